import { addressRefusals } from './refusals-addresses'
import { inputRefusals } from './refusals-input'
import { restoreRefusals } from './refusals-restore'
import { reviewRefusals } from './refusals-review'
import { signInRefusals } from './refusals-sign-in'
import { webhookRefusals } from './refusals-webhooks'
import { inEach, inLanguage, type NamesIn, type Part, type Parts, type ScreenLanguage } from './sentence'

// One registry of refusals. A refusal has a stable code, an HTTP status (RFC 9110) and a sentence that
// helps the reader, in each language of the screens. Anything else thrown is a bug.

type Entry = Readonly<Record<ScreenLanguage, string>> & { status: number }

export const refusals = {
  ...signInRefusals,
  ...addressRefusals,
  ...inputRefusals,
  ...restoreRefusals,
  ...reviewRefusals,
  ...webhookRefusals,
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
  words_changed: {
    status: 409,
    en: '{unit}: the words have changed since you read them. Read them again, then decide.',
    sv: '{unit}: orden har ändrats sedan du läste dem. Läs dem igen och bestäm sedan.',
    de: '{unit}: Die Wörter haben sich geändert, seit Sie sie gelesen haben. Lesen Sie sie noch einmal und entscheiden Sie dann.',
  },
  stale: {
    status: 409,
    en: '{unit}: somebody else saved while you were writing. Nothing of yours is lost; compare both and decide.',
    sv: '{unit}: någon annan sparade medan du skrev. Inget av ditt är förlorat; jämför båda och bestäm.',
    de: '{unit}: Jemand anders hat gespeichert, während Sie schrieben. Von Ihnen ist nichts verloren; vergleichen Sie beides und entscheiden Sie.',
  },
  base_missing: {
    status: 428,
    en: 'Say which words you started from: send “base” with the revision of each unit, as the document names it.',
    sv: 'Ange vilka ord du utgick från: skicka ”base” med varje enhets revision, så som dokumentet anger den.',
    de: 'Geben Sie an, von welchen Wörtern Sie ausgingen: Senden Sie „base“ mit der Fassung jeder Einheit, wie das Dokument sie nennt.',
  },
  stage_not_reachable: {
    status: 409,
    en: '{unit} stands at “{stage}”, so this is not possible now.',
    sv: '{unit} har läget ”{stage}”, så det här går inte nu.',
    de: '{unit} steht auf „{stage}“, daher ist das jetzt nicht möglich.',
  },
  not_approved: {
    status: 409,
    en: '{unit} is not approved. Only approved words become public.',
    sv: '{unit} är inte godkänt. Bara godkända ord blir offentliga.',
    de: '{unit}: nicht freigegeben. Nur Freigegebenes wird öffentlich.',
  },
  already_public: {
    status: 409,
    en: '{unit}: these words are public already.',
    sv: '{unit}: de här orden är redan offentliga.',
    de: '{unit}: Diese Wörter sind schon öffentlich.',
  },
  wrote_it: {
    status: 409,
    en: '{unit}: you wrote in it since it was last approved, so somebody else has to approve it.',
    sv: '{unit}: du har skrivit här sedan det senast godkändes, så någon annan måste godkänna det.',
    de: '{unit}: Sie haben hier seit der letzten Freigabe geschrieben, also muss jemand anders freigeben.',
  },
  can_approve: {
    status: 409,
    en: '{unit}: you did not write in it, so no exception is needed. Approve it.',
    sv: '{unit}: du har inte skrivit här, så inget undantag behövs. Godkänn det.',
    de: '{unit}: Sie haben hier nicht geschrieben, eine Ausnahme ist nicht nötig. Geben Sie es frei.',
  },
  no_exception_asked: {
    status: 409,
    en: '{unit}: nobody asked for an exception.',
    sv: '{unit}: ingen har bett om ett undantag.',
    de: '{unit}: Niemand hat um eine Ausnahme gebeten.',
  },
  second_person: {
    status: 409,
    en: '{unit}: an exception takes a second person, who neither asked for it nor wrote the words.',
    sv: '{unit}: ett undantag kräver en andra person, som varken bett om det eller skrivit orden.',
    de: '{unit}: Eine Ausnahme braucht eine zweite Person, die weder darum gebeten noch die Wörter geschrieben hat.',
  },
  must_fix_open: {
    status: 409,
    en: '{unit}: a comment says that something must be fixed first.',
    sv: '{unit}: en kommentar säger att något måste rättas först.',
    de: '{unit}: Ein Kommentar sagt, dass zuerst etwas behoben werden muss.',
  },
  not_complete: {
    status: 409,
    en: '{unit} is not complete. {reason}',
    sv: '{unit} är inte fullständigt. {reason}',
    de: '{unit}: noch nicht vollständig. {reason}',
  },
  reason_missing: {
    status: 400,
    en: 'Write why, so that your colleagues know.',
    sv: 'Skriv varför, så att kollegorna vet.',
    de: 'Schreiben Sie den Grund, damit Ihre Kollegen ihn kennen.',
  },
  not_assigned: {
    status: 403,
    en: '{unit} is not assigned to you. Ask an administrator.',
    sv: '{unit} är inte tilldelat dig. Fråga en administratör.',
    de: '{unit} ist Ihnen nicht zugeteilt. Fragen Sie die Administration.',
  },
  nothing_written: {
    status: 409,
    en: '{unit}: nothing is written yet.',
    sv: '{unit}: inget är skrivet ännu.',
    de: '{unit}: Es ist noch nichts geschrieben.',
  },
  source_not_changed: {
    status: 409,
    en: '{unit} follows the source already.',
    sv: '{unit} följer redan källtexten.',
    de: '{unit} folgt dem Ausgangstext schon.',
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
