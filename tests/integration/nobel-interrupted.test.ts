import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { sampleAward, sampleFile, samplePerson } from '../../src/intake/nobel.fixtures'
import { withClient } from '../../src/processes/database.mjs'
import { programArguments } from '../../src/processes/run-command.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor } from '../database'
import { personWith, type Actor } from '../factories'
import { useDesk } from '../payload'

// The command as people run it, on invented laureates: killed in the middle, run again, and refused.

const desk = useDesk()
const people = Array.from({ length: 24 }, (_, index) =>
  samplePerson({
    id: String(9100 + index),
    knownName: { en: `Person ${String.fromCharCode(65 + index)}` },
    wikidata: { id: `Q91${100 + index}` },
    nobelPrizes: [sampleAward({ awardYear: String(1901 + index) })],
  }),
)
// Each run of the command loads Payload anew, which takes its time on a busy machine.
const patience = { timeout: 240_000 }
let editor: Actor
beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
})

type Ended = { code: number | null; signal: string | null; output: string }

/** Runs the command. */
function run(args: string[]): Promise<Ended> {
  return start(args).ended
}

function start(args: string[]) {
  const child = spawn(process.execPath, [...programArguments('import'), ...args], {
    cwd: root,
    env: { ...process.env, ...environmentFor(desk.database) },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()))
  }
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, output })),
  )
  return { child, ended }
}

/** Runs the command until half of the award entries are saved and the next ones wait, and kills it there. */
function runAndKill(args: string[]): Promise<Ended> {
  return withClient(desk.database.owner, async (client) => {
    await client.query(`
      create function wait_for_the_test() returns trigger language plpgsql security definer as $$ begin
        if (select count(*) from citations) >= 12 then perform pg_advisory_xact_lock(1); end if;
        return new;
      end $$;
      create trigger wait_for_the_test before insert on citations execute function wait_for_the_test();
      select pg_advisory_lock(1)`)
    const { child, ended } = start(args)
    const waiting = `select 1 from pg_locks where locktype = 'advisory' and objid = 1 and not granted
      and database = (select oid from pg_database where datname = current_database())`
    while (child.exitCode === null && (await client.query(waiting)).rows.length === 0) await pause(100)
    child.kill('SIGKILL')
    const end = await ended
    await client.query('drop trigger wait_for_the_test on citations')
    return end
  })
}

const save = (name: string, text: string): string => {
  const file = path.join(desk.database.dataDir, name)
  writeFileSync(file, text)
  return file
}

type Counts = { laureates: number; entries: number; records: number; whole: number }
const count = (): Promise<Counts> =>
  withClient(desk.database.owner, async (client) => {
    const { rows } = await client.query<Counts>(`select
      (select count(*)::int from laureates) as laureates,
      (select count(*)::int from citations) as entries,
      (select count(*)::int from intake_records) as records,
      (select count(*)::int from _laureates_v v join _laureates_v_locales l on l._parent_id = v.id
        where v.latest and l._locale = 'nb') as whole`)
    return rows[0] as Counts
  })

test('a killed import leaves whole documents only, and the next run makes the rest', patience, async () => {
  const file = save('laureates.json', sampleFile(people))
  const killed = await runAndKill(['nobel', file, '--as', editor.user.email])
  expect(killed.signal).toBe('SIGKILL')
  const half = await count()
  expect(half.laureates).toBe(24)
  expect(half.entries).toBeGreaterThanOrEqual(12)
  expect(half.entries).toBeLessThan(24)
  const again = await run(['nobel', file, '--json', '--as', editor.user.email])
  expect(again.code).toBe(0)
  expect(await count()).toEqual({ laureates: 24, entries: 24, records: 1 + 24 + 24 + 24, whole: 24 })
  expect(JSON.parse(again.output.slice(again.output.indexOf('{\n')))).toMatchObject({
    created: { laureates: 24 - half.laureates, citations: 24 - half.entries },
    unchanged: { prizes: 1, editions: 24, laureates: half.laureates, citations: half.entries },
    failed: [],
  })
})

test('a rehearsal prints what it would do and saves nothing', patience, async () => {
  const before = await count()
  const file = save('newer.json', sampleFile([samplePerson({ id: '9999', wikidata: undefined })]))
  const { code, output } = await run(['nobel', file, '--dry-run', '--json', '--as', editor.user.email])
  expect(code).toBe(0)
  expect(JSON.parse(output.slice(output.indexOf('{\n')))).toMatchObject({
    created: { laureates: 1, citations: 1 },
  })
  expect(await count()).toEqual(before)
})

test(
  'a file that is not right is refused in words, with the record and the field, and exit code 1',
  patience,
  async () => {
    const file = save('wrong.json', sampleFile([samplePerson({ nobelPrizes: [] })]))
    const { code, output } = await run(['nobel', file])
    expect(code).toBe(1)
    expect(output).toContain('laureate 9001 › nobelPrizes: must hold at least one prize')
    expect(output).not.toContain('    at ')
  },
)
