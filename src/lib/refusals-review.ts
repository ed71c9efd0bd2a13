/** Refusals of translating, commenting and assigning, part of the registry in errors.ts. */
export const reviewRefusals = {
  revision_missing: {
    status: 428,
    en: '{unit}: say which words you read. Read it, then send its “revision” along, as the status of the document names it.',
    sv: '{unit}: ange vilka ord du har läst. Läs det och skicka sedan med dess ”revision”, så som dokumentets status anger den.',
    de: '{unit}: Geben Sie an, welche Wörter Sie gelesen haben. Lesen Sie es und senden Sie dann dessen „revision“ mit, wie der Status des Dokuments sie nennt.',
  },
  preview_lacks: {
    status: 409,
    en: 'There is no preview yet: {what} belongs to it, is not public, and is either not complete or not open to you.',
    sv: 'Det finns ingen förhandsvisning ännu: {what} hör till, är inte offentligt och är antingen inte fullständigt eller inte öppet för dig.',
    de: 'Es gibt noch keine Vorschau: {what} gehört dazu, ist nicht öffentlich und entweder nicht vollständig oder Ihnen nicht zugänglich.',
  },
  under_embargo: {
    status: 409,
    en: 'Nobody may use this text before {when}. Publish it then, or have an earlier moment approved under “Not before”.',
    sv: 'Ingen får använda texten före den {when}. Publicera den då, eller låt någon godkänna en tidigare tidpunkt under ”Inte före”.',
    de: 'Niemand darf den Text vor dem {when} verwenden. Veröffentlichen Sie ihn dann, oder lassen Sie unter „Nicht vor“ einen früheren Zeitpunkt freigeben.',
  },
  approval_lapsed: {
    status: 409,
    en: '{unit}: whoever approved it may not approve it any more. Take it back, then somebody else can approve it.',
    sv: '{unit}: den som godkände får inte längre godkänna det här. Ta tillbaka det, så kan någon annan godkänna.',
    de: '{unit}: Wer es freigegeben hat, darf es nicht mehr freigeben. Nehmen Sie es zurück, dann kann jemand anders freigeben.',
  },
  language_not_read: {
    status: 403,
    en: 'You may not read {language} here; it is not one of your languages. Choose one of yours, or English.',
    sv: 'Du får inte läsa {language} här; det är inte ett av dina språk. Välj ett av dina, eller engelska.',
    de: 'Sie dürfen {language} hier nicht lesen; es ist keine Ihrer Sprachen. Wählen Sie eine davon oder Englisch.',
  },
  not_sent: {
    status: 403,
    en: 'This was not sent to translation into this language ({language}). Ask an editor to send it.',
    sv: 'Det här har inte skickats till översättning till det här språket ({language}). Be en redaktör att skicka det.',
    de: 'Dies wurde nicht zur Übersetzung in diese Sprache ({language}) geschickt. Bitten Sie die Redaktion darum.',
  },
  not_translated: {
    status: 400,
    en: 'English is what is translated from. Choose other languages.',
    sv: 'Engelska är det språk som man översätter från. Välj andra språk.',
    de: 'Aus dem Englischen wird übersetzt. Wählen Sie andere Sprachen.',
  },
  cannot_take_it: {
    status: 409,
    en: '{unit}: this person can neither write nor review it. Choose somebody else.',
    sv: '{unit}: den här personen kan varken skriva eller granska det. Välj någon annan.',
    de: '{unit}: Diese Person kann es weder schreiben noch prüfen. Wählen Sie jemand anders.',
  },
  reviewer_wrote: {
    status: 409,
    en: '{unit}: this person wrote in it, so somebody else has to review it.',
    sv: '{unit}: den här personen har skrivit här, så någon annan måste granska det.',
    de: '{unit}: Diese Person hat hier geschrieben, also muss jemand anders prüfen.',
  },
  day_is_past: {
    status: 400,
    en: 'That day is over. Choose a later one.',
    sv: 'Den dagen har varit. Välj en senare dag.',
    de: 'Dieser Tag ist vorbei. Wählen Sie einen späteren.',
  },
  comment_gone: {
    status: 404,
    en: 'This comment was not found.',
    sv: 'Kommentaren hittades inte.',
    de: 'Dieser Kommentar wurde nicht gefunden.',
  },
  must_fix_not_yours: {
    status: 403,
    en: 'Whoever wrote that this must be fixed says when it is, or somebody who may approve it.',
    sv: 'Den som skrev att detta måste rättas avgör när det är gjort, eller någon som får godkänna det.',
    de: 'Ob dies behoben ist, sagt, wer es verlangt hat, oder jemand, der freigeben darf.',
  },
  role_without_languages: {
    status: 400,
    en: 'A translator needs at least one language. Choose the languages under “{field}”.',
    sv: 'En översättare behöver minst ett språk. Välj språken under ”{field}”.',
    de: 'Wer übersetzt, braucht mindestens eine Sprache. Wählen Sie die Sprachen unter „{field}“.',
  },
  role_without_kinds: {
    status: 400,
    en: 'A reviewer needs kinds of documents and languages. Choose at least one under “{field}”.',
    sv: 'En granskare behöver dokumentslag och språk. Välj minst ett under ”{field}”.',
    de: 'Wer prüft, braucht Arten von Dokumenten und Sprachen. Wählen Sie mindestens eine unter „{field}“.',
  },
} as const
