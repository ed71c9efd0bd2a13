import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { programArguments } from '../../src/processes/run-command.mjs'
import { root } from '../../src/processes/settings.mjs'
import { cloneDatabase, environmentFor, useDatabase, type TestDatabase } from '../database'

// The first content, as `npm start` lets it be made: a child process on an empty installation.

const run = promisify(execFile)
const database = useDatabase()
const file = () => path.join(database.dataDir, 'first-sign-in')

const seedCommand = programArguments('seed')
const environmentOf = (on: TestDatabase) => ({
  ...process.env,
  ...environmentFor(on),
  NODE_ENV: 'production' as const,
})

/** Runs the seed and returns what it printed for its parent: lines of JSON. */
async function seed(on: TestDatabase, env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run(process.execPath, seedCommand, {
    cwd: root,
    env: { ...environmentOf(on), ...env },
  })
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n')
}

type Row = Record<string, unknown>
const ask = (query: string, on = database): Promise<Row[]> =>
  withClient(on.owner, async (client) => (await client.query(query)).rows)

/** Runs the seed until it waits for a table that this test holds, in the midst of its work, and kills it there. */
async function seedAndKill(on: TestDatabase): Promise<void> {
  await withClient(on.owner, async (client) => {
    await client.query('begin')
    await client.query('lock table citations in access exclusive mode')
    const child = execFile(process.execPath, seedCommand, { cwd: root, env: environmentOf(on) })
    const ended = new Promise((resolve) => child.once('close', resolve))
    const isWaiting = `select 1 from pg_locks where relation = 'citations'::regclass and not granted`
    while ((await ask(isWaiting)).length === 0) await pause(100)
    child.kill('SIGKILL')
    await ended
    await client.query('rollback')
  })
}

let leftBehind: Row[] = []
beforeAll(async () => {
  await seedAndKill(database)
  leftBehind = await ask(
    'select id from users union all select id from laureates union all select id from prizes',
  )
  await seed(database, { FIRST_SIGN_IN_FILE: file() })
}, 300_000)

describe('the first content', () => {
  test('a run that was killed leaves nothing behind, so that the next one is complete', async () => {
    expect(leftBehind).toEqual([])
    expect(await ask('select seq::int from published.head')).toEqual([{ seq: 24 }])
  })

  test('the first administrator’s sign-in is left in a file that only its owner can read', () => {
    const { email, password } = JSON.parse(readFileSync(file(), 'utf8')) as {
      email: string
      password: string
    }
    expect(email).toBe('admin@example.org')
    expect(password).toMatch(/^[\w-]{24}$/)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  test('the years before the newest are public in four languages, by one release', async () => {
    const seen = await ask(
      `select resource, count(distinct document_id)::int as documents, array_agg(distinct locale order by locale) as locales
         from published.current where fallback = 'none' group by resource order by resource`,
    )
    const locales = ['ar', 'en', 'es', 'sv']
    expect(seen).toEqual([
      { resource: 'biographies', documents: 4, locales },
      { resource: 'citations', documents: 4, locales },
      { resource: 'editions', documents: 3, locales },
      { resource: 'laureates', documents: 5, locales },
      { resource: 'media', documents: 2, locales },
      { resource: 'press-contacts', documents: 5, locales },
      { resource: 'press-releases', documents: 1, locales },
    ])
    expect(await ask('select count(*)::int as releases from published.releases')).toEqual([{ releases: 1 }])
  })

  test('its staff wrote, approved and published it, each their own part', async () => {
    expect(await ask('select name, email from users order by created_at, id')).toEqual([
      { name: 'First administrator', email: 'admin@example.org' },
      { name: 'Tove Almgren', email: 'tove.almgren@example.org' },
      { name: 'Karim Nordin', email: 'karim.nordin@example.org' },
      { name: 'Edith Lorne', email: 'edith.lorne@example.org' },
    ])
    expect(
      await ask(
        `select s.verb, array_agg(distinct u.name) as by, bool_or(s.second is not null) as excepted
           from (select verb, person, second from editorial.steps
                 union all select 'save', author, null from editorial.revisions) s
           left join users u on u.id = s.person group by s.verb order by s.verb`,
      ),
    ).toEqual([
      { verb: 'approve', by: ['Karim Nordin'], excepted: false },
      { verb: 'follow-source', by: ['Tove Almgren'], excepted: false },
      { verb: 'publish', by: ['Edith Lorne'], excepted: false },
      { verb: 'request-changes', by: ['Karim Nordin'], excepted: false },
      { verb: 'save', by: ['Tove Almgren'], excepted: false },
      { verb: 'submit', by: ['Tove Almgren'], excepted: false },
    ])
  })

  test('nothing of the newest year is public: no public unit knows of it', async () => {
    expect(
      await ask(
        `select 1 from published.units where content::text ilike '%suryani%' or content->>'year' = '2026'`,
      ),
    ).toEqual([])
    expect(await ask(`select count(*)::int as drafts from laureates where slug = 'suryani'`)).toEqual([
      { drafts: 1 },
    ])
  })

  test('the newest year shows the desk at work: every stage before publication, and a translation that is behind', async () => {
    const standing = await ask(
      `select u.collection, u.stage, array_agg(u.unit order by u.unit) as units
         from editorial.units u where u.stage <> 'public' group by u.collection, u.stage order by u.collection, u.stage`,
    )
    expect(standing).toEqual([
      { collection: 'biographies', stage: 'writing', units: ['ar', 'en', 'es', 'shared', 'sv'] },
      { collection: 'citations', stage: 'approved', units: ['en', 'shared'] },
      { collection: 'citations', stage: 'changes-requested', units: ['es'] },
      { collection: 'citations', stage: 'in-review', units: ['sv'] },
      { collection: 'citations', stage: 'writing', units: ['ar'] },
      { collection: 'editions', stage: 'approved', units: ['ar', 'en', 'es', 'shared', 'sv'] },
      { collection: 'laureates', stage: 'in-review', units: ['en', 'shared', 'sv'] },
      { collection: 'laureates', stage: 'writing', units: ['ar', 'es'] },
    ])
    const behind = await ask(
      `select t.collection, t.unit from editorial.units t
         join editorial.units s on s.document_id = t.document_id and s.unit = 'en'
        where t.unit not in ('shared', 'en') and t.source_revision is distinct from s.revision`,
    )
    expect(behind).toEqual([{ collection: 'laureates', unit: 'es' }])
  })

  test('a second run changes nothing and says nothing', async () => {
    const count =
      'select (select count(*) from _laureates_v) as versions, (select seq from published.head) as seq, (select count(*) from users) as people'
    const before = await ask(count)
    expect(await seed(database)).toBe('')
    expect(await ask(count)).toEqual(before)
  })

  test('where a prize exists the first administrator comes alone, and is printed when no file is asked for', async () => {
    const other = await cloneDatabase()
    await ask(`insert into prizes (id, slug) values (gen_random_uuid(), 'ours')`, other)
    const printed = JSON.parse(await seed(other, { ADMIN_EMAIL: 'first@example.org' })) as {
      firstSignIn: { email: string }
    }
    expect(printed.firstSignIn.email).toBe('first@example.org')
    expect(
      await ask(
        'select (select count(*)::int from laureates) as laureates, (select count(*)::int from users) as people',
        other,
      ),
    ).toEqual([{ laureates: 0, people: 1 }])
  })
})
