import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleFile, samplePerson } from '../../src/intake/nobel.fixtures'
import { root } from '../../src/processes/settings.mjs'
import { personWith } from '../factories'
import { useNobel } from '../nobel'
import { useDesk } from '../payload'

// When the Nobel import writes nothing, and a part of the real file.

const desk = useDesk()
const nobel = useNobel(desk)
const { bring, countVersions } = nobel
const nothing = { prizes: 0, editions: 0, laureates: 0, citations: 0 }

describe('nothing is written', () => {
  const quietly = async (work: () => Promise<void>) => {
    const before = await countVersions()
    await work()
    expect(await countVersions()).toBe(before)
  }

  test('from one page of the results', () =>
    quietly(async () => {
      const { importNobel } = await import('../../src/intake')
      const source = sampleFile([samplePerson({ id: '9099' })], { count: 2 })
      expect(await importNobel({ ...nobel.editor, source })).toMatchObject({ ok: false, code: 'truncated' })
    }))

  test('from a file of which one record is wrong', () =>
    quietly(async () => {
      const { importNobel } = await import('../../src/intake')
      const source = sampleFile([samplePerson({ id: '9098' }), samplePerson({ id: '9099', nobelPrizes: [] })])
      expect(await importNobel({ ...nobel.editor, source })).toMatchObject({ ok: false, code: 'bad_record' })
    }))

  test.each(['admin', 'reviewer', 'translator', 'press-officer'] as const)('for a %s', (role) =>
    quietly(async () => {
      const person = await personWith(desk.payload, [role])
      await expect(bring([samplePerson({ id: '9097' })], person)).rejects.toMatchObject({
        code: 'not_allowed',
        status: 403,
      })
    }),
  )

  test('while another import is running', async () => {
    await bring([samplePerson()])
    await quietly(async () => {
      const { importNobel } = await import('../../src/intake')
      const second = sampleFile([samplePerson({ id: '9096', wikidata: undefined })])
      let inner: unknown
      const onProgress = () => {
        inner ??= importNobel({ ...nobel.editor, source: second })
      }
      await importNobel({ ...nobel.editor, source: sampleFile([samplePerson()]), onProgress })
      expect(await inner).toMatchObject({ ok: false, code: 'busy' })
    })
  })
})

const dump = path.resolve(root, '../shared/data/nobel/laureates-v2.1-2021-09.json')

describe.skipIf(!existsSync(dump))(
  'some records of September 2021 (skipped where ../shared/data/nobel is absent)',
  () => {
    test('are imported whole, and the second time nothing changes', async () => {
      const { laureates } = JSON.parse(readFileSync(dump, 'utf8')) as {
        laureates: { nobelPrizes: unknown[] }[]
      }
      const some = laureates
        .filter((_, index) => index % 100 === 0)
        .concat(laureates.filter(({ nobelPrizes }) => nobelPrizes.length > 1))
      const unlike = [...new Set(some)]
      const first = await bring(unlike)
      expect(first.failed).toEqual([])
      expect(first.created).toMatchObject({
        laureates: unlike.length,
        citations: unlike.flatMap(({ nobelPrizes }) => nobelPrizes).length,
      })
      const versions = await countVersions()
      expect(await bring(unlike)).toMatchObject({ created: nothing, updated: nothing, kept: [] })
      expect(await countVersions()).toBe(versions)
    })
  },
)
