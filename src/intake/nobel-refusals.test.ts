import { describe, expect, test } from 'vitest'
import { readNobel } from './nobel-read'
import { sampleAward, sampleFile, samplePerson } from './nobel.fixtures'

const file = (more: Record<string, unknown> = {}) => sampleFile([samplePerson(more)])
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a file that is not right is refused with a sentence', () => {
  test.each<[string, unknown, string, RegExp]>([
    [
      'a page of the results',
      sampleFile([samplePerson()], { count: 955 }),
      'truncated',
      /holds 1 of 955 laureates.*limit=955/,
    ],
    ['no word about its size', JSON.stringify({ laureates: [samplePerson()] }), 'wrong_kind', /meta\.count/],
    [
      'the list of prizes',
      JSON.stringify({ nobelPrizes: [], meta: { count: 0 } }),
      'wrong_kind',
      /list of prizes.*laureates file/,
    ],
    [
      'version 1 of the API',
      JSON.stringify({ laureates: [{ id: '1', firstname: 'Mira' }], meta: { count: 1 } }),
      'wrong_kind',
      /version 1/,
    ],
    [
      'something else',
      JSON.stringify({ recipes: [] }),
      'wrong_kind',
      /looked for the list “laureates”, found recipes/,
    ],
    ['a list', '[1]', 'wrong_kind', /found a list/],
    ['nobody', sampleFile([]), 'wrong_kind', /empty/],
    ['a download that was cut off', file().slice(0, 300), 'not_json', /cut off/],
    ['a web page', '<!doctype html>', 'not_json', /not JSON/],
    ['nothing', '', 'not_json', /empty/],
    ['a number', 42, 'wrong_type', /text or the bytes/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'wrong_encoding', /UTF-16/],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), 'wrong_encoding', /compressed/],
    [
      'bytes that are not UTF-8',
      new Uint8Array([...bytes('{"a":"�'), 0xe9, 0x22, 0x7d]),
      'wrong_encoding',
      /byte 10/,
    ],
    [
      'a prototype key',
      '{"laureates":[{"__proto__":{"x":1}}],"meta":{"count":1}}',
      'bad_key',
      /laureates › 0 › __proto__/,
    ],
    ['deep nesting', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'bad_key', /nested too deeply/],
    ['NUL', file({ acronym: 'A\u0000' }), 'bad_character', /laureates › 0 › acronym .*NUL/],
    [
      'half a character',
      file().replace('Mira Alba Sand', 'Mira \\ud800'),
      'bad_character',
      /fullName.*lone surrogate/,
    ],
    ['two records of one id', sampleFile([samplePerson(), samplePerson()]), 'bad_record', /same id: 9001/],
    [
      'one prize listed twice',
      file({ nobelPrizes: [sampleAward(), sampleAward()] }),
      'bad_record',
      /listed twice.*Physics 1955/,
    ],
  ])('%s', (...[, source, code, message]) => {
    const refused = readNobel(source)
    expect(refused).toMatchObject({ ok: false, code, message: expect.stringMatching(message) })
  })

  test('more than 200 MB', () => {
    expect(readNobel(new Uint8Array(200 * 1024 * 1024 + 1))).toMatchObject({ ok: false, code: 'too_large' })
  })

  test('a byte order mark is no trouble', () => {
    expect(readNobel(bytes(`\uFEFF${file()}`))).toMatchObject({ ok: true })
  })
})

describe('a record that is not right is named with its field', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no name', { knownName: undefined }, 'laureate 9001 › knownName.en: is missing, and so is orgName.en'],
    [
      'a day that does not exist',
      { birth: { date: '1901-02-30' } },
      'laureate 9001 › birth.date: must be a date such as 1943-05-17, 1943-05-00 or 1943-00-00',
    ],
    [
      'a month without a year',
      { birth: { date: '00-05-00' } },
      'laureate 9001 › birth.date: must be a date such as 1943-05-17, 1943-05-00 or 1943-00-00',
    ],
    ['a number for a name', { fullName: { en: 7 } }, 'laureate 9001 › fullName.en: must be a text'],
    [
      'a name longer than a page',
      { fullName: { en: 'a'.repeat(501) } },
      'laureate 9001 › fullName.en: is longer than 500 characters',
    ],
    ['no prizes', { nobelPrizes: [] }, 'laureate 9001 › nobelPrizes: must hold at least one prize'],
    [
      'an unknown status',
      { nobelPrizes: [sampleAward({ prizeStatus: 'lost' })] },
      'laureate 9001 › nobelPrizes.0.prizeStatus: must be received, declined or restricted',
    ],
    [
      'a share of nothing',
      { nobelPrizes: [sampleAward({ portion: '1/0' })] },
      'laureate 9001 › nobelPrizes.0.portion: must be a share such as 1 or 1/3',
    ],
    [
      'a year in words',
      { nobelPrizes: [sampleAward({ awardYear: 'last' })] },
      'laureate 9001 › nobelPrizes.0.awardYear: must be a year such as 2001',
    ],
    [
      'a script for an address',
      { wikipedia: { english: 'javascript:alert(1)' } },
      'laureate 9001 › wikipedia.english: must be a web address',
    ],
    ['no id', { id: undefined }, 'laureate number 1 › id: is missing'],
  ])('%s', (_, more, problem) => {
    const refused = readNobel(file(more))
    expect(refused).toMatchObject({ ok: false, code: 'bad_record', problems: [problem] })
  })

  test('at most 20 of many are listed, and their number is told', () => {
    const records = Array.from({ length: 30 }, (_, index) =>
      samplePerson({ id: String(index), nobelPrizes: [] }),
    )
    const refused = readNobel(sampleFile(records))
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('first 20 of 30') })
    expect(!refused.ok && refused.problems).toHaveLength(20)
  })
})
