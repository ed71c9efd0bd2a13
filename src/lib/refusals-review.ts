/** Refusals of translating, commenting and assigning, part of the registry in errors.ts. */
export const reviewRefusals = {
  not_sent: {
    status: 403,
    en: 'This was not sent to translation into this language ({language}). Ask an editor to send it.',
    sv: 'Det här har inte skickats till översättning till det här språket ({language}). Be en redaktör att skicka det.',
    de: 'Dies wurde nicht zur Übersetzung in diese Sprache ({language}) geschickt. Bitten Sie die Redaktion darum.',
  },
} as const
