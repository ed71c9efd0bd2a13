// The public API as a process: reads its environment, starts, and ends when it is told to or its parent is gone.
// Its log is one line of JSON per event on stderr, without addresses, bodies or values.

import { publisherOf, startDelivery, type Delivery } from '@/delivery'
import { deliveryEnv, metricsEnv } from '@/lib/env'
import { endOnFault, factsOf, openLog } from '@/lib/log'
import { deliveryMetrics } from './delivery-metrics'
import { serveMetrics } from './serve-metrics'

const lastReports = new Map<string, number>()
const quietMs = 10_000

const log = openLog('delivery')
endOnFault(log)

// The same trouble is told every ten seconds.
function report(error: unknown) {
  const facts = factsOf(error)
  const key = JSON.stringify([facts['error'], facts['code']])
  if (Date.now() - (lastReports.get(key) ?? 0) < quietMs) return
  if (lastReports.size > 100) lastReports.clear()
  lastReports.set(key, Date.now())
  log.warn('trouble', facts)
}

async function start(): Promise<Delivery> {
  const env = deliveryEnv()
  return startDelivery({
    databaseUrl: env.DELIVERY_DATABASE_URL,
    host: env.DELIVERY_HOST,
    port: env.DELIVERY_PORT,
    publisher: publisherOf({
      ...env,
      DELIVERY_URL: env.DELIVERY_URL ?? `http://localhost:${env.DELIVERY_PORT}`,
    }),
    memoryBytes: env.DELIVERY_MEMORY_MIB * 1024 * 1024,
    spillBytes: env.DELIVERY_DISK_MIB * 1024 * 1024,
    ...(env.DELIVERY_ANSWERS_FILE === undefined ? {} : { answersFile: env.DELIVERY_ANSWERS_FILE }),
    report,
  })
}

async function showNumbers(delivery: Delivery) {
  const { DELIVERY_METRICS_PORT: wanted, METRICS_HOST: host } = metricsEnv()
  if (wanted === undefined) return
  const registry = deliveryMetrics(delivery.counts)
  const { port } = await serveMetrics({ host, port: wanted, registry })
  log.info('showing numbers', { port })
}

function endWith(delivery: Delivery) {
  let isEnding = false
  const end = async (reason: string) => {
    if (isEnding) return
    isEnding = true
    log.info('ending', { reason })
    await delivery.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(signal))
  process.on('disconnect', () => void end('the parent is gone'))
}

try {
  const delivery = await start()
  log.info('listening', { port: delivery.port })
  await showNumbers(delivery)
  endWith(delivery)
} catch (error) {
  // Of a variable that is wrong, or a port that is taken: no value is in it.
  log.error(error instanceof Error ? error.message : 'It cannot start.')
  process.exit(1)
}
