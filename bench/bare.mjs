// What delivery is measured against: node:http and a Map. It sends the bytes that delivery sends, with the least
// that HTTP needs around them. It learns an answer from delivery when it is first asked for it.

import { createServer } from 'node:http'

const [delivery, port, databaseUrl] = process.argv.slice(2)
const answers = new Map()
if (databaseUrl) await readAll(databaseUrl)

const server = createServer({ keepAliveTimeout: 75_000, noDelay: true }, (request, response) => {
  const answer = answers.get(request.url)
  if (answer === undefined) {
    void learn(request, response)
    return
  }
  if (request.headers['if-none-match'] === answer.etag) {
    response.writeHead(304, answer.held)
    response.end()
    return
  }
  response.writeHead(200, answer.head)
  response.end(answer.body)
})

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function learn(request, response) {
  const answer = await fetch(delivery + request.url, { headers: { 'accept-encoding': 'identity' } })
  const body = Buffer.from(await answer.arrayBuffer())
  const etag = answer.headers.get('etag') ?? ''
  const head = ['Content-Type', 'application/json', 'Content-Length', String(body.length)]
  answers.set(request.url, { body, etag, held: ['ETag', etag], head })
  response.writeHead(answer.status, head)
  response.end(body)
}

/** Everything that is public for readers with fallback, before it is asked for. @param {string} connectionString */
async function readAll(connectionString) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString })
  await client.connect()
  await client.query('begin read only')
  await client.query(`declare everything cursor for
    select '/v1/' || r.resource || '/' || r.slug || '?locale=' || c.locale as address, b.body
      from published.current c
      join published.resources r on r.resource = c.resource and r.document_id = c.document_id
      join published.bodies b on b.sha256 = c.sha256
     where c.fallback = 'declared'`)
  for (;;) {
    const { rows } = await client.query('fetch 2000 from everything')
    for (const { address, body } of rows) {
      const own = Buffer.from(body)
      const head = ['Content-Type', 'application/json', 'Content-Length', String(own.length)]
      answers.set(address, { body: own, etag: '', held: [], head })
    }
    if (rows.length === 0) break
  }
  await client.end()
}

server.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))
process.on('disconnect', () => process.exit(0))
