import { expect, test } from 'vitest'
import { asShown, newRecoveryCodes, typedRecoveryCode } from './recovery-codes'

test('ten different codes, read back however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    const shown = asShown(code)
    for (const typed of [shown, shown.toLowerCase(), shown.replaceAll('-', ' '), `  ${code}\n`])
      expect(typedRecoveryCode(typed)).toBe(code)
  }
})

test.each(['', '123456', 'ABCD-EFGH-JKLM', 'ABCD-EFGH-JKLM-NPQ0', 'ABCD-EFGH-JKLM-NPQR-STUV'])(
  '“%s” is none',
  (typed) => {
    expect(typedRecoveryCode(typed)).toBeUndefined()
  },
)
