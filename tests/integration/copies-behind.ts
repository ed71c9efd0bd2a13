import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { startDelivery } from '@/delivery'
import { readerPassword, type Machines } from '../../bench/scale-machines'
import { withClient } from '../../src/processes/database.mjs'
import { beatOfWorker as beat } from '../../src/publishing'
import { until } from './delivery-world'

// Copies of the public world that fall behind, and a delivery on one of them to which two seconds are a long time.

const quietMs = 2000
export const silent = 'laureate-desk; hit; detail="publisher silent"'

export type Beats = { stop: () => Promise<void> }

/** Beats as the worker does, only faster. After `stop` there never was one. */
export function startBeats({ home }: Machines): Beats {
  const desk = new Pool({ connectionString: home.urls.desk, max: 1 })
  desk.on('error', () => undefined)
  const stopping = new AbortController()
  const go = async () => {
    while (!stopping.signal.aborted) {
      await beat(desk)
      await pause(250)
    }
  }
  const going = go()
  return {
    stop: async () => {
      stopping.abort()
      await going
      await desk.query('update published.heartbeat set at = null')
      await desk.end()
    },
  }
}

/** A delivery in this process that reads from the server, and has heard beats there. */
export async function openDelivery({ url }: { url: string }) {
  const reader = Object.assign(new URL(url), { username: 'delivery_reader', password: readerPassword })
  const { port, close, counts } = await startDelivery({
    databaseUrl: reader.href,
    host: '127.0.0.1',
    port: 0,
    memoryBytes: 8_388_608,
    publisher: { name: 'x', apiUrl: 'http://localhost:4000', siteUrl: null },
    quietMs,
    silentMs: 0,
    report: () => undefined,
  })
  await until(async () => counts().heardBeforeMs !== null)
  const read = async (address: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`)
    const { status, headers } = answer
    return {
      status,
      etag: headers.get('etag'),
      notice: headers.get('cache-status'),
      body: await answer.text(),
    }
  }
  const parsed = async (address: string) =>
    JSON.parse((await read(address)).body) as { status?: string; meta?: { release: number } }
  return {
    read,
    becomes: (wanted: string) => until(async () => (await parsed('/readyz')).status === wanted),
    serves: (release: number) =>
      until(async () => (await parsed('/v1/laureates?limit=1&fields=id')).meta?.release === release),
    close,
  }
}

type Way = {
  on: 'standby' | 'replica'
  stop: (machines: Machines) => unknown
  goOn: (machines: Machines) => unknown
}

const as = ({ url }: { url: string }, statement: string) =>
  withClient(url, (client) => client.query(statement))

export const waysToFallBehind: Readonly<Record<string, Way>> = {
  'a streaming replica whose replay is paused': {
    on: 'standby',
    stop: ({ standby }) => as(standby, 'select pg_wal_replay_pause()'),
    goOn: ({ standby }) => as(standby, 'select pg_wal_replay_resume()'),
  },
  'a streaming replica whose line is cut': {
    on: 'standby',
    stop: ({ lines }) => lines.standby.cut(),
    goOn: ({ lines }) => lines.standby.join(),
  },
  'a replica whose subscription is off': {
    on: 'replica',
    stop: ({ replica }) => as(replica, 'alter subscription laureate_public disable'),
    goOn: ({ replica }) => as(replica, 'alter subscription laureate_public enable'),
  },
  'a replica whose line is cut': {
    on: 'replica',
    stop: ({ lines }) => lines.replica.cut(),
    goOn: ({ lines }) => lines.replica.join(),
  },
}
