import { expect, test } from 'vitest'
import { recoveryMark, seal, unseal } from './seal'

const secret = 'a secret of at least thirty-two characters'

test('what is sealed opens for its owner only, with the same secret, unchanged', () => {
  const sealed = seal(secret, 'maria', 'JBSWY3DPEHPK3PXP')
  expect(unseal(secret, 'maria', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(unseal(secret, 'johan', sealed)).toBeUndefined()
  expect(unseal(`${secret}!`, 'maria', sealed)).toBeUndefined()
  for (const place of sealed.keys()) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
    expect(unseal(secret, 'maria', changed)).toBeUndefined()
  }
})

test('sealing twice gives two texts that tell nothing of each other', () => {
  expect(seal(secret, 'maria', 'x').equals(seal(secret, 'maria', 'x'))).toBe(false)
})

test('the mark of a recovery code depends on the code and on the secret', () => {
  const mark = recoveryMark(secret, 'ABCD').toString('hex')
  expect(mark).toMatch(/^[0-9a-f]{64}$/)
  expect(recoveryMark(secret, 'ABCE').toString('hex')).not.toBe(mark)
  expect(recoveryMark(`${secret}!`, 'ABCD').toString('hex')).not.toBe(mark)
})
