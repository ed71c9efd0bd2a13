// Text as it may be stored: well-formed UTF-16, NFC, no NUL and no controls, no characters that reorder
// what a reader sees (Unicode TR 36 and TR 39). ZWNJ, ZWJ, LRM and RLM are kept: languages need them.

const NUL = '\u0000'
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F]/
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/

/** The reason why `value` cannot be stored as text, as a sentence for staff; undefined when it can. */
export function textProblem(value: string) {
  if (!value.isWellFormed()) return 'holds half of a character (a lone surrogate). Paste the text again.'
  if (value.includes(NUL)) return 'holds a NUL character. Paste the text again.'
  if (controls.test(value)) return 'holds a control character. Paste the text again.'
  if (bidiOverrides.test(value)) return 'holds an invisible character that reverses the reading direction.'
  return undefined
}

/** NFC (Unicode TR 15): equal words have equal bytes. */
export const nfc = (value: string): string => value.normalize('NFC')

/** Whether a reader would see nothing: white space, controls, joiners, and what Unicode lets be ignored. */
export const isBlank = (text: string): boolean =>
  !/[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
