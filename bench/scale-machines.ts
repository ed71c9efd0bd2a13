// Many machines, shown on one: a server at home, a replica that receives only what is public with two delivery processes on
// it, and a streaming replica of everything with one. Lines are cut and joined, the replica is made anew, home is lost.

import path from 'node:path'
import { Client } from 'pg'
import { buildReplica, finishReplica, offerPublic, readProgress, type Progress } from '../src/operations'
import { bundle } from '../src/processes/bundle.mjs'
import { withClient } from '../src/processes/database.mjs'
import {
  openLine,
  startDelivery,
  startEmpty,
  startHome,
  startStandby,
  type Delivery,
  type Home,
  type Line,
  type Server,
} from './scale-servers'
import { hideWords, openWorld, waitForRelease } from './scale-world'

export type Machines = {
  home: Home
  replica: Server
  standby: Server
  lines: { replica: Line; standby: Line }
  /** Two that read from the replica, one that reads from the standby. */
  deliveries: Delivery[]
  world: Awaited<ReturnType<typeof openWorld>>
  stop: () => Promise<void>
}

export const readerPassword = 'a password of the demonstration'

const readerUrl = (server: Server): string => {
  const url = new URL(server.url)
  return Object.assign(url, { username: 'delivery_reader', password: readerPassword }).href
}

/** Server at home with `laureates` public ones and words that nobody may see; the other servers are not there yet. */
export async function startMachines(folder: string, laureates: number, words: string): Promise<Machines> {
  await bundle('delivery')
  const home = await startHome(path.join(folder, 'home'))
  const world = await openWorld(home.urls.desk)
  await world.publish(laureates)
  await hideWords(home.url, words)
  await withClient(home.urls.owner, (client) => offerPublic(client, 'published_copier'))
  await withClient(home.url, (client) =>
    client.query(`alter role delivery_reader login password '${readerPassword}'`),
  )
  const lines = { replica: await openLine(home.port), standby: await openLine(home.port) }
  const replica = await startEmpty(path.join(folder, 'replica'))
  const standby = await startStandby(home, path.join(folder, 'standby'), lines.standby.port)
  const deliveries: Delivery[] = []
  const stop = async () => {
    await Promise.all(deliveries.map((delivery) => delivery.stop()))
    for (const line of Object.values(lines)) line.close()
    await Promise.all([replica, standby, home].map((server) => server.stop()))
  }
  return { home, replica, standby, lines, deliveries, world, stop }
}

export async function startDeliveries({ replica, standby, deliveries }: Machines): Promise<void> {
  deliveries.push(
    await startDelivery('one on the replica', readerUrl(replica)),
    await startDelivery('two on the replica', readerUrl(replica)),
    await startDelivery('on the standby', readerUrl(standby)),
  )
}

/** Begins to make the replica from this server. */
export async function beginReplica(
  { replica, lines }: Machines,
  from: Home,
  through?: number,
): Promise<void> {
  const homeUrl = from.copierUrl(through ?? lines.replica.port)
  await withClient(from.copierUrl(from.port), (home) =>
    withClient(replica.url, (client) =>
      buildReplica({ name: 'one', home, replica: client, homeUrl, readerPassword }),
    ),
  )
}

/** Waits until the first copy is complete and opens the replica. Returns how far it was at each look. */
export async function completeReplica({ replica }: Machines): Promise<Progress[]> {
  const client = new Client({ connectionString: replica.url })
  await client.connect()
  try {
    const looks: Progress[] = []
    for (let turn = 0; turn < 600; turn += 1) {
      looks.push(await readProgress(client))
      if (await finishReplica(client)) return looks
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('The first copy was not complete after 30 s.')
  } finally {
    await client.end()
  }
}

/** Publishes one laureate; returns the milliseconds after which each delivery showed it. */
export async function publishEverywhere(
  { world, deliveries }: Machines,
  among: readonly Delivery[] = deliveries,
): Promise<number[]> {
  const { release } = await world.publish(1)
  return Promise.all(among.map((delivery) => waitForRelease(delivery, release)))
}

/** Home is gone for good: the standby takes its place. */
export async function promoteStandby(machines: Machines): Promise<Home> {
  const { home, standby, world } = machines
  await home.stop()
  await withClient(standby.url, (client) => client.query('select pg_promote(true, 30)'))
  const at = (url: string): string => Object.assign(new URL(url), { port: `${standby.port}` }).href
  const { owner, desk, delivery } = home.urls
  machines.home = {
    ...standby,
    copierUrl: home.copierUrl,
    urls: { owner: at(owner), desk: at(desk), delivery: at(delivery) },
    stop: async () => undefined,
  }
  machines.world = await openWorld(at(desk), world.count())
  return machines.home
}
