import type { Resource } from '@/contract'
import { isLocale, sourceLocale, type LocaleCode } from '@/lib/locales'

// How a prize was received, where it is told of beside the award entry itself.

export type Outcome = Resource<'citations'>['status']

/** How each award entry was received, by its id. */
export type Outcomes = ReadonlyMap<string, Outcome>

export const outcomesOf = (citations: readonly Resource<'citations'>[]): Outcomes =>
  new Map(citations.map(({ id, status }) => [id, status]))

type Award = Pick<Resource<'citations'>, 'prize' | 'year'>

/** The prize and its year. */
export const awardName = ({ prize, year }: Award): string => `${prize.name?.text ?? prize.slug} ${year}`

/** What has to be said of an award entry, as a clause; null where it was received as usual. */
export const outcomeClause = (outcome: Outcome | undefined, locale: string): string | null =>
  outcome === undefined || outcome === 'received'
    ? null
    : clauses[isLocale(locale) ? locale : sourceLocale][outcome]

/** The same as a sentence. */
export function outcomeSentence(outcome: Outcome, locale: string): string | null {
  const [first, ...rest] = outcomeClause(outcome, locale) ?? ''
  if (first === undefined) return null
  return `${first.toLocaleUpperCase(locale)}${rest.join('')}${locale.startsWith('zh') ? '。' : '.'}`
}

const clauses: Record<LocaleCode, Record<Exclude<Outcome, 'received'>, string>> = {
  en: {
    declined: 'the award was declined',
    prevented: 'the award could not be received',
    posthumous: 'the award was given after death',
  },
  sv: {
    declined: 'utmärkelsen avböjdes',
    prevented: 'utmärkelsen kunde inte tas emot',
    posthumous: 'utmärkelsen gavs efter döden',
  },
  de: {
    declined: 'die Auszeichnung wurde abgelehnt',
    prevented: 'die Auszeichnung konnte nicht angenommen werden',
    posthumous: 'die Auszeichnung wurde nach dem Tod verliehen',
  },
  fr: {
    declined: 'la distinction a été refusée',
    prevented: 'la distinction n’a pas pu être reçue',
    posthumous: 'la distinction a été décernée à titre posthume',
  },
  es: {
    declined: 'el premio fue rechazado',
    prevented: 'el premio no pudo recibirse',
    posthumous: 'el premio se concedió a título póstumo',
  },
  be: {
    declined: 'ад узнагароды адмовіліся',
    prevented: 'узнагароду не ўдалося атрымаць',
    posthumous: 'узнагарода прысуджана пасмяротна',
  },
  ru: {
    declined: 'от награды отказались',
    prevented: 'награду не удалось получить',
    posthumous: 'награда присуждена посмертно',
  },
  uk: {
    declined: 'від нагороди відмовилися',
    prevented: 'нагороду не вдалося отримати',
    posthumous: 'нагороду присуджено посмертно',
  },
  'pt-BR': {
    declined: 'o prêmio foi recusado',
    prevented: 'o prêmio não pôde ser recebido',
    posthumous: 'o prêmio foi concedido postumamente',
  },
  nb: {
    declined: 'utmerkelsen ble avslått',
    prevented: 'utmerkelsen kunne ikke mottas',
    posthumous: 'utmerkelsen ble gitt etter døden',
  },
  'zh-Hans': {
    declined: '获奖者谢绝领奖',
    prevented: '获奖者未能领奖',
    posthumous: '此奖为身后追授',
  },
  ar: {
    declined: 'رُفضت الجائزة',
    prevented: 'تعذّر تسلّم الجائزة',
    posthumous: 'مُنحت الجائزة بعد الوفاة',
  },
  fa: {
    declined: 'از پذیرش جایزه خودداری شد',
    prevented: 'دریافت جایزه ممکن نشد',
    posthumous: 'جایزه پس از مرگ اعطا شد',
  },
}
