// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createClient, verifyWebhook, WebhookError } from 'laureate-desk-client'
import { keepCopies } from './copies.mjs'
import { Site } from './site.mjs'

// The website as a process: pages for readers, and a door for the webhook that says when something was published.

const {
  API_URL = 'http://localhost:4000',
  PORT = '5000',
  HOST = '127.0.0.1',
  SITE_NAME = 'The Prize',
  SITE_URL,
  WEBHOOK_SECRET,
  FILES_URL = API_URL,
  POLL_SECONDS = '30',
} = process.env

const api = createClient({ url: API_URL, timeoutMs: 5000 })
const copies = keepCopies({ api, changed: () => site.forget() })
const files = FILES_URL.replace(/\/+$/, '')
const site = new Site({ api, copies, name: SITE_NAME, origin: SITE_URL?.replace(/\/+$/, ''), files })
const style = readFileSync(new URL('style.css', import.meta.url), 'utf8')
const robots = `User-agent: *\nAllow: /\nSitemap: ${API_URL}/sitemap.xml\n`

const security = {
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src data: ${new URL(files).origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://website')
  const isWebhook = pathname === '/webhook' && request.method === 'POST'
  const work = isWebhook ? receive(request, response) : read(request, response, pathname)
  work.catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})

/** @typedef {import('node:http').IncomingMessage} Request @typedef {import('node:http').ServerResponse} Response */

/** @param {Request} request @param {Response} response @param {string} pathname */
async function read(request, response, pathname) {
  if (!['GET', 'HEAD'].includes(request.method ?? '')) {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const answer = await answerTo(pathname)
  if ('location' in answer)
    response.writeHead(answer.status, { ...security, location: answer.location }).end()
  else send(request, response, answer)
}

/** @param {string} pathname */
async function answerTo(pathname) {
  if (pathname === '/style.css') return { status: 200, type: 'text/css; charset=utf-8', body: style }
  if (pathname === '/robots.txt') return { status: 200, type: 'text/plain', body: robots }
  return site.answer(pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname)
}

/** @param {Request} request @param {Response} response @param {{ status: number, type?: string, body: string }} answer */
function send(request, response, { status, type = 'text/html; charset=utf-8', body }) {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = { ...security, 'cache-control': 'public, max-age=0, must-revalidate', etag }
  const isHeld = status === 200 && request.headers['if-none-match'] === etag
  response.writeHead(isHeld ? 304 : status, { ...headers, ...(isHeld ? {} : { 'content-type': type }) })
  response.end(isHeld || request.method === 'HEAD' ? undefined : body)
}

/** A webhook of the desk: checked, answered at once, then followed. @param {Request} request @param {Response} response */
async function receive(request, response) {
  const body = await readBody(request)
  const status = body === undefined ? 413 : await follow(body, request)
  response.writeHead(status, { connection: 'close' }).end()
}

/** @param {string} body @param {Request} request @returns {Promise<number>} the status that the sender gets */
async function follow(body, { headers }) {
  // During a rotation there are two secrets.
  const secret = (WEBHOOK_SECRET ?? '').split(' ').filter(Boolean)
  try {
    const message = await verifyWebhook({ body, headers, secret })
    if (message.type !== 'webhook.test') void refresh(message.data.release)
    return 204
  } catch (error) {
    if (error instanceof WebhookError) return 401
    throw error
  }
}

const largestMessage = 256 * 1024

/** @param {Request} request */
async function readBody(request) {
  /** @type {Buffer[]} */
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largestMessage) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Follows what was published. Trouble is for the log: the pages stay as they are until the next time. @param {number} [release] */
const refresh = (release) =>
  copies.refresh(release).catch((error) => console.error(`not refreshed: ${error.message}`))

await refresh()
setInterval(() => void refresh(), Number(POLL_SECONDS) * 1000)
server.listen(Number(PORT), HOST, () => console.log(`The website is at http://localhost:${PORT}`))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))
