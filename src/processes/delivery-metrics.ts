import type { Registry } from 'prom-client'
import type { Counts } from '@/delivery'
import { addCounter, addGauge, openRegistry } from './serve-metrics'

type Row = readonly [name: string, help: string, value: (now: Counts) => number | null]

const totals: readonly Row[] = [
  ['laureate_delivery_memory_hits_total', 'Answers that were in memory.', ({ hits }) => hits],
  ['laureate_delivery_memory_misses_total', 'Answers that were not in memory.', ({ misses }) => misses],
  [
    'laureate_delivery_database_errors_total',
    'Connections and queries that failed.',
    ({ databaseErrors }) => databaseErrors,
  ],
]

const states: readonly Row[] = [
  ['laureate_delivery_memory_bytes', 'Bytes of answers in memory.', ({ memory }) => memory.bytes],
  ['laureate_delivery_memory_limit_bytes', 'Bytes that answers may take.', ({ memory }) => memory.limitBytes],
  ['laureate_delivery_memory_entries', 'Answers in memory.', ({ memory }) => memory.entries],
  ['laureate_delivery_head_seq', 'Number of the last public event it saw.', ({ head }) => head && head.seq],
  [
    'laureate_delivery_head_release',
    'Number of the last release it saw.',
    ({ head }) => head && head.release,
  ],
  [
    'laureate_delivery_looked_before_seconds',
    'Seconds since it last looked whether something was published.',
    ({ lookedBeforeMs }) => lookedBeforeMs && lookedBeforeMs / 1000,
  ],
  [
    'laureate_delivery_cut_off',
    '1 while its database does not answer.',
    ({ cutOffSince }) => Number(cutOffSince !== null),
  ],
  [
    'laureate_delivery_behind',
    '1 while nothing is heard from the publishing side.',
    ({ behindSince }) => Number(behindSince !== null),
  ],
  [
    'laureate_delivery_heard_before_seconds',
    'Seconds since the last sign of life of the publishing side.',
    ({ heardBeforeMs }) => heardBeforeMs && heardBeforeMs / 1000,
  ],
]

/** What delivery counts, in the words of Prometheus. `counts` is asked each time somebody reads. */
export function deliveryMetrics(counts: () => Counts): Registry {
  const registry = openRegistry('delivery')
  addCounter(registry, {
    name: 'laureate_delivery_answers_total',
    help: 'Answers by the class of their status.',
    labelNames: ['class'],
    collect() {
      this.reset()
      for (const [name, number] of Object.entries(counts().answers)) this.inc({ class: name }, number)
    },
  })
  for (const [name, help, value] of totals)
    addCounter(registry, {
      name,
      help,
      collect() {
        this.reset()
        this.inc(value(counts()) ?? 0)
      },
    })
  for (const [name, help, value] of states)
    addGauge(registry, {
      name,
      help,
      collect() {
        this.set(value(counts()) ?? Number.NaN)
      },
    })
  return registry
}
