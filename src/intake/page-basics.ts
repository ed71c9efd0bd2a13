import type { Inquiry } from './inquiry'
import type { Known } from './page-types'
import { say } from './say'

/** What no page says: year, prize, web address, image. Asked in the order of the screen; nothing is guessed. */
export function askBasics(
  { known, year, slug }: { known: Known; year: number | undefined; slug: string },
  inquiry: Inquiry,
): { year?: number; prize?: string; slug?: string; image?: string } {
  const prizes = (known.prizes ?? []).map((prize) => ({ value: prize.slug, label: prize.name }))
  const [only] = prizes.length === 1 ? prizes : []
  const answers = {
    year: inquiry.ask({
      id: 'award.year',
      text: say('In which year was the award given?'),
      kind: 'year',
      required: true,
      ...(year === undefined ? {} : { proposal: year }),
    }),
    prize: inquiry.ask({
      id: 'award.prize',
      text: say('Which prize is it?'),
      kind: 'prize',
      required: true,
      ...(prizes.length > 0 ? { options: prizes } : {}),
      ...(only ? { proposal: only.value } : {}),
    }),
    slug: inquiry.ask({
      id: 'award.slug',
      text: say('Which web address part shall the award entry have?'),
      kind: 'slug',
      required: true,
      ...(slug === '' ? {} : { proposal: slug }),
    }),
    image: inquiry.ask({
      id: 'award.image',
      text: say('Which image of the desk shows the laureates? (its id)'),
      kind: 'media',
      required: false,
    }),
  }
  return {
    ...(typeof answers.year === 'number' ? { year: answers.year } : {}),
    ...text('prize', answers.prize),
    ...text('slug', answers.slug),
    ...text('image', answers.image),
  }
}

const text = <Key extends string>(key: Key, answer: unknown): Partial<Record<Key, string>> =>
  (typeof answer === 'string' ? { [key]: answer } : {}) as Partial<Record<Key, string>>
