import { describe, expect, test } from 'vitest'
import { inLanguage } from '@/lib/sentence'
import { passwordProblem } from './password-rules'
import { isQuick } from '../../tests/quick'

const known = ['Maria Lindqvist', 'maria.lindqvist@aurelia-prize.example', 'The Aurelia Prize']
const problem = (password: string): string => inLanguage(passwordProblem(password, known) ?? '', 'en')

test.each([
  'lantern otter violin staircase',
  'Harbour lights at quarter to nine',
  'fyra lyktor simmar hem sakta',
  'äpple ödla skrivbord kanot',
  'zeven-kikkers-lezen-post',
  '7Gk!vq2ZrT0-pLw',
  'ПятьТихихФонарейНадВодой',
  'x'.repeat(3) + ' harbour pencil otter violin',
])('“%s” is good', (password) => {
  expect(problem(password)).toBe('')
})

describe('easy to guess, however long', () => {
  test.each([
    'passwordpassword1',
    'password password password',
    'Password123Password123',
    'P@ssw0rdP@ssw0rd!',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv5tgb',
    '123456789012345',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnopqrst',
    'iloveyouiloveyou',
    'letmeinletmein123',
    'Administrator2026!',
    'summer2026summer2026',
    'laureatedesk2026',
    'Laureate Desk 2026',
    'aureliaprize2026',
    'marialindqvist1',
    'MariaLindqvist1980',
    'maria.lindqvist@aurelia-prize.example',
    'correct horse battery staple',
    'correcthorsebatterystaple',
    'CorrectHorseBatteryStaple1!',
    'Correct-Horse-Battery-Staple',
    'thequickbrownfoxjumpsoverthelazydog',
    'May the force be with you',
    'To be, or not to be, that is the question',
    'x'.repeat(256),
  ])('“%s”', (password) => {
    expect(problem(password)).toMatch(/^is easy to guess/)
  })
})

test('14 characters are too few and 257 too many, however they are stored', () => {
  expect(problem('7Gk!vq2ZrT0-pL')).toBe('must hold 15 to 256 characters.')
  expect(problem('😀😁😂🤣😃😄😅')).toBe('must hold 15 to 256 characters.')
  expect(problem(`${'7Gk!vq2ZrT0-pL '.repeat(17)}ab`)).toBe('must hold 15 to 256 characters.')
})

test('the longest one is looked at in a moment', () => {
  expect(isQuick(5000, () => problem('p4ssw0rd'.repeat(32)))).toBe(true)
})
