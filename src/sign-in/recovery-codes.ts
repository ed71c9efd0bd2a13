import { randomInt } from 'node:crypto'

// Ten codes on paper for the day the phone is lost: 80 random bits each, in letters and digits that nobody confuses.

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 16
const codesGiven = 10

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codesGiven }, () =>
    Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join(''),
  )

/** `ABCD-EFGH-JKLM-NPQR`, as it is shown. */
export const asShown = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code

/** The code as it is stored, out of what was typed; `undefined` when it cannot be one. */
export function typedRecoveryCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === length && Array.from(code).every((letter) => alphabet.includes(letter))
    ? code
    : undefined
}
