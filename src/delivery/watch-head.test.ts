import { expect, test } from 'vitest'
import type { Database } from './database'
import { watchHead } from './watch-head'

type Look = {
  seq: number
  release: number
  composer?: string
  changes?: string[][] | null
  moved_at?: Date
  known_at?: Date
}

/** What memory is told when the database shows these heads, one after the other; null stands for everything. */
async function told(looks: Look[]): Promise<unknown[]> {
  const heard: unknown[] = []
  const shown = looks.values()
  let ended: () => void = () => undefined
  const end = new Promise<void>((resolve) => (ended = resolve))
  const database = {
    query: async () => {
      const { value } = shown.next()
      if (!value) throw new Error('away')
      return [{ composer: 'a', changes: null, moved_at: null, known_at: null, ...value }]
    },
  } as unknown as Database
  const watch = watchHead(database, {
    everyMs: 1,
    last: undefined,
    moved: (_, names) => heard.push(names),
    saw: () => undefined,
    lost: () => ended(),
  })
  await end
  await watch.stop()
  return heard
}

const first = { seq: 1, release: 1 }

test('each change is named by its id, its kind and its address', async () => {
  const changes = [
    ['laureates', 'id-1', 'anna'],
    ['laureates', 'id-2', 'bo'],
  ]
  expect(await told([first, first, { seq: 3, release: 2, changes }])).toEqual([
    null,
    ['id-1', 'laureates/', 'laureates/anna', 'id-2', 'laureates/bo'],
  ])
})

test('a release without changes still moves the world', async () => {
  expect(await told([first, { seq: 1, release: 2 }])).toEqual([null, []])
})

test.each<[string, Look]>([
  ['changes are missing', { seq: 3, release: 2, changes: [['laureates', 'id', 'anna']] }],
  ['there are too many changes to read', { seq: 9_000, release: 2, changes: null }],
  ['bodies are composed by other code', { seq: 1, release: 1, composer: 'b' }],
  ['the head went back', { seq: 0, release: 0 }],
  ['only the release went back', { seq: 1, release: 0 }],
  ['another database came as far', { seq: 1, release: 1, moved_at: new Date(5), known_at: new Date(5) }],
  [
    'another database came further',
    {
      seq: 2,
      release: 2,
      changes: [['laureates', 'id', 'anna']],
      moved_at: new Date(9),
      known_at: new Date(5),
    },
  ],
])('everything is forgotten where %s', async (_, look) => {
  expect(await told([first, look])).toEqual([null, null])
})
