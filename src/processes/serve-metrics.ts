import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Registry,
  type CounterConfiguration,
  type GaugeConfiguration,
} from 'prom-client'

// Numbers for Prometheus, on a port of their own: whoever reaches the public API does not reach them.

export type Metrics = { port: number; close: () => Promise<void> }

type Place = { host: string; port: number; registry: Registry }

/** A registry with the numbers of the process itself: memory, time on the processor, delay of its loop. */
export function openRegistry(part: 'delivery' | 'worker'): Registry {
  const registry = new Registry()
  registry.setDefaultLabels({ part })
  collectDefaultMetrics({ register: registry })
  return registry
}

type Of<Configuration> = Omit<Configuration, 'registers'>

export const addGauge = (registry: Registry, gauge: Of<GaugeConfiguration<string>>): void =>
  registry.registerMetric(new Gauge({ ...gauge, registers: [] }))

export const addCounter = (registry: Registry, counter: Of<CounterConfiguration<string>>): void =>
  registry.registerMetric(new Counter({ ...counter, registers: [] }))

/** `GET /metrics`. Rejects when the port is taken. */
export async function serveMetrics({ host, port, registry }: Place): Promise<Metrics> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    )
  })
  server.requestTimeout = 10_000
  server.maxConnections = 16
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
