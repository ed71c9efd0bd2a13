import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * The E.164 form of a phone number as people write it; undefined when the library does not accept it
 * (that warns, it never blocks). "(0)" is left to the library: Italy keeps its zero.
 */
export function toE164(written: string): string | undefined {
  const parsed = parsePhoneNumberFromString(written)
  return parsed?.isPossible() ? parsed.number : undefined
}
