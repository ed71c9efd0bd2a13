import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

type Received = {
  path: string
  headers: Record<string, string>
  body: string
  at: number
}
export type Receiver = {
  url: string
  received: Received[]
  /** What it answers from now on: a status, or whatever the listener does. */
  answer: (how: number | RequestListener) => void
  server: Server
}

const open: Server[] = []
afterAll(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on this machine that keeps what it gets; with `tls` it speaks https. It ends with the test file. */
export async function startReceiver(tls?: ServerOptions): Promise<Receiver> {
  const received: Received[] = []
  let how: number | RequestListener = 200
  const listener: RequestListener = (request, response) => {
    void read(request).then((one) => {
      received.push(one)
      if (typeof how === 'number') response.writeHead(how).end()
      else how(request, response)
    })
  }
  const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}/hook`
  return { url, received, answer: (wanted) => void (how = wanted), server }
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  return { path: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8'), at: Date.now() }
}
