import { inEach, inLanguage, type NamesIn, type Part, type Parts, type ScreenLanguage } from './sentence'

// One registry of refusals. A refusal has a stable code, an HTTP status (RFC 9110) and a sentence that
// helps the reader, in each language of the screens. Anything else thrown is a bug.
//
// `place` and `reason` of a request that no screen sends (an unknown field, a body that is not JSON) are English:
// whoever reads them writes a program.

type Entry = Readonly<Record<ScreenLanguage, string>> & { status: number }

export const refusals = {
  not_signed_in: {
    status: 401,
    en: 'Please sign in.',
    sv: 'Logga in först.',
    de: 'Bitte melden Sie sich an.',
  },
  not_allowed: {
    status: 403,
    en: 'Your role does not allow you to {action}.',
    sv: 'Din roll låter dig inte {action}.',
    de: 'Ihre Rolle erlaubt Ihnen nicht, {action}.',
  },
  language_not_assigned: {
    status: 403,
    en: 'You may not write in {language}. Ask an administrator to assign this language to you.',
    sv: 'Du får inte skriva på {language}. Be en administratör att tilldela dig språket.',
    de: 'Sie dürfen nicht auf {language} schreiben. Bitten Sie die Administration, Ihnen diese Sprache zuzuteilen.',
  },
  shared_not_allowed: {
    status: 403,
    en: 'Translators write the texts of their languages only; “{field}” is shared by all languages.',
    sv: 'Översättare skriver bara texterna på sina språk; ”{field}” är gemensamt för alla språk.',
    de: 'Übersetzer schreiben nur die Texte ihrer Sprachen; „{field}“ gilt für alle Sprachen.',
  },
  use_publish_button: {
    status: 403,
    en: 'Nothing becomes public by saving. Use “Publish this language” on the document.',
    sv: 'Inget blir offentligt av att sparas. Använd knappen ”Publicera” på dokumentet.',
    de: 'Durch Speichern wird nichts öffentlich. Nutzen Sie die Schaltfläche „veröffentlichen“ am Dokument.',
  },
  door_closed: {
    status: 403,
    en: '{what} is not available.',
    sv: '{what} går inte här.',
    de: '{what} ist hier nicht möglich.',
  },
  unknown_language: {
    status: 400,
    en: '“{language}” is not a language of this foundation. Known: {known}.',
    sv: '”{language}” är inte ett av stiftelsens språk. Kända: {known}.',
    de: '„{language}“ ist keine Sprache dieser Stiftung. Bekannt: {known}.',
  },
  bad_text: { status: 400, en: '{place}: {reason}', sv: '{place}: {reason}', de: '{place}: {reason}' },
  bad_input: { status: 400, en: '{place}: {reason}', sv: '{place}: {reason}', de: '{place}: {reason}' },
  too_large: {
    status: 413,
    en: '{place} is larger than {limit}.',
    sv: '{place} är större än {limit}.',
    de: '{place} ist größer als {limit}.',
  },
  not_found: {
    status: 404,
    en: '{what} was not found.',
    sv: '{what} hittades inte.',
    de: '{what} wurde nicht gefunden.',
  },
  not_ready: {
    status: 409,
    en: 'This cannot be published yet. {reason}',
    sv: 'Det här kan inte publiceras ännu. {reason}',
    de: 'Dies kann noch nicht veröffentlicht werden. {reason}',
  },
  slug_taken: {
    status: 409,
    en: 'The web address “{slug}” is already used. Choose another one that says more.',
    sv: 'Webbadressen ”{slug}” används redan. Välj en annan som säger mer.',
    de: 'Die Webadresse „{slug}“ wird schon verwendet. Wählen Sie eine andere, die mehr sagt.',
  },
  not_public: {
    status: 409,
    en: '{what} is not public, so it cannot be taken down.',
    sv: '{what} syns inte offentligt och kan därför inte tas ned.',
    de: '{what} ist nicht öffentlich und kann daher nicht zurückgezogen werden.',
  },
  still_public: {
    status: 409,
    en: 'This document is public. Take it down in every language first, then it can be deleted.',
    sv: 'Det här dokumentet är offentligt. Ta först ned det på alla språk, sedan kan det raderas.',
    de: 'Dieses Dokument ist öffentlich. Ziehen Sie es zuerst in allen Sprachen zurück, dann kann es gelöscht werden.',
  },
  still_linked: {
    status: 409,
    en: 'Other documents link to this one: {documents}. Remove these links first, then it can be deleted.',
    sv: 'Andra dokument länkar till det här: {documents}. Ta först bort de länkarna, sedan kan det raderas.',
    de: 'Andere Dokumente verweisen auf dieses: {documents}. Entfernen Sie zuerst diese Verweise, dann kann es gelöscht werden.',
  },
  no_room: {
    status: 507,
    en: 'Nothing can be saved: the disk of the database is full. Tell whoever runs this desk.',
    sv: 'Inget kan sparas: databasens disk är full. Säg till den som driver det här systemet.',
    de: 'Es kann nichts gespeichert werden: Die Festplatte der Datenbank ist voll. Sagen Sie der technischen Betreuung Bescheid.',
  },
  last_administrator: {
    status: 409,
    en: 'This is the last administrator. Make someone else an administrator first.',
    sv: 'Det här är den sista administratören. Gör först någon annan till administratör.',
    de: 'Dies ist die letzte Administration. Geben Sie zuerst einer anderen Person diese Rolle.',
  },
  wrong_type: { status: 415, en: '{place}: {reason}', sv: '{place}: {reason}', de: '{place}: {reason}' },
  too_busy: {
    status: 503,
    en: 'Too much is going on at this moment. Please try again.',
    sv: 'Just nu pågår för mycket. Försök igen.',
    de: 'Im Augenblick ist zu viel los. Bitte versuchen Sie es noch einmal.',
  },
  still_needed: {
    status: 409,
    en: 'This cannot be taken down yet. {reason}',
    sv: 'Det här kan inte tas ned ännu. {reason}',
    de: 'Dies kann noch nicht zurückgezogen werden. {reason}',
  },
} as const satisfies Record<string, Entry>

export type RefusalCode = keyof typeof refusals

/** What fills the sentence of `Code`, and what else programs should know. */
type Details<Code extends RefusalCode> = Parts &
  Readonly<Record<NamesIn<(typeof refusals)[Code]['en']>, Part>>
type Given<Code extends RefusalCode> = [NamesIn<(typeof refusals)[Code]['en']>] extends [never]
  ? [details?: Parts]
  : [details: Details<Code>]

/** A refusal as a reader meets it: the sentence, and its details as they stand in it. */
export type SaidRefusal = {
  message: string
  data: { code: RefusalCode; details: Record<string, string | number> }
}

/** A refusal: `code` for programs, `status` for HTTP, `message` in English, `details` names the place. */
export class Refusal extends Error {
  readonly isOperational = true
  readonly data: SaidRefusal['data']
  readonly status: number
  constructor(
    readonly code: RefusalCode,
    readonly details: Parts,
  ) {
    super(inLanguage({ ...sentenceOf(code), with: details }, 'en'))
    this.name = 'Refusal'
    this.status = refusals[code].status
    this.data = { code, details: detailsIn(details, 'en') }
  }
}

const sentenceOf = (code: RefusalCode) => inEach((language) => refusals[code][language])

const detailsIn = (details: Parts, language: ScreenLanguage) =>
  Object.fromEntries(
    Object.entries(details).map(([name, part]) => [
      name,
      typeof part === 'object' ? inLanguage(part, language) : part,
    ]),
  )

/** The refusal in the language of the reader. */
export const sayRefusal = ({ code, details }: Refusal, language: ScreenLanguage): SaidRefusal => ({
  message: inLanguage({ ...sentenceOf(code), with: details }, language),
  data: { code, details: detailsIn(details, language) },
})

/** Builds the refusal `code`; the caller throws it: `throw refuse('slug_taken', { slug })`. */
export function refuse<Code extends RefusalCode>(code: Code, ...[details]: Given<Code>): Refusal {
  return new Refusal(code, details ?? {})
}
