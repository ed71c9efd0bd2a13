import { expect, test } from 'vitest'
import { isSpent, lookAt, noFile, type ChosenFile, type FormSeen } from './chosen-file'

const file = () => new File(['one'], 'one.jpg', { type: 'image/jpeg' })
const form: FormSeen = {
  value: undefined,
  savedAt: 'monday',
  said: undefined,
  isTurnedDown: false,
  isStored: true,
}
const after = (...looks: Partial<FormSeen>[]): ChosenFile =>
  looks.reduce((before: ChosenFile, look) => lookAt(before, { ...form, ...look }), noFile('monday'))

test('a refused file is chosen no longer, and why stays until another is chosen or a save worked', () => {
  const value = file()
  const refused: Partial<FormSeen>[] = [{ value }, { value, said: 'No picture' }]
  expect(isSpent(after({ value }))).toBe(false)
  expect(isSpent(after(...refused))).toBe(true)
  expect(after(...refused, {}).refusal).toBe('No picture')
  // The framework puts it in again.
  const again = after(...refused, {}, { value })
  expect([isSpent(again), again.refusal]).toEqual([true, 'No picture'])
  const other = after(...refused, {}, { value: file() })
  expect([isSpent(other), other.refusal]).toEqual([false, undefined])
  expect(after(...refused, {}, { savedAt: 'tuesday' }).refusal).toBeUndefined()
})

test('a saved file is chosen no longer, also where the framework puts it in again', () => {
  const value = file()
  const saved: Partial<FormSeen>[] = [{ value }, { value, savedAt: 'tuesday' }]
  expect(isSpent(after(...saved))).toBe(true)
  expect(isSpent(after(...saved, { savedAt: 'tuesday' }, { value, savedAt: 'tuesday' }))).toBe(true)
  expect(isSpent(after(...saved, { value: file(), savedAt: 'tuesday' }))).toBe(false)
})

test('a save that no field explains gives up its file; a picture that is not stored yet keeps it', () => {
  const value = file()
  expect(isSpent(after({ value }, { value, isTurnedDown: true }))).toBe(true)
  const created = after({ value, isStored: false }, { value, said: 'No picture', isStored: false })
  expect([isSpent(created), created.refusal]).toEqual([false, 'No picture'])
})

test('what was said of the file before is not said of this one', () => {
  const value = file()
  const former = { value, said: 'Missing' }
  expect(after({ value: null, said: 'Missing' }, former, former).refusal).toBeUndefined()
  expect(after({ value, said: 'Missing' }, { value }, { value, said: 'Missing' }).refusal).toBe('Missing')
})
