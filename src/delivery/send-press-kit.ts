import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { PressKit, PressKitPicture, PressKitText } from '@/contract'
import { xmlText } from '@/formats'
import { sha256 } from '@/lib/hash'
import { locales } from '@/lib/locales'
import { isHeldByClient } from './conditional'
import { countAnswer } from './counts'
import type { Database } from './database'
import { cacheControl, protection } from './entry'
import { findPressKit } from './find-press-kit'
import type { ArchiveWanted } from './press-kit-target'
import { cutOffHead } from './readiness'
import { readQuery } from './read-query'
import { kitJson } from './read-press-kit'
import { readParts } from './send-file'
import type { Streaming } from './streams'

// The press kit as one ZIP file. Its bytes follow from the kit, which names every file by its hash: so the hash of the
// kit is a strong ETag, known before the first byte is sent, and every machine sends the same.

/** Raise when the archive of the same kit becomes another one. */
const layout = 1

/** Sends the archive. Throws Refused: 400, 404, 410. */
export async function sendPressKit(
  tools: Streaming,
  response: ServerResponse,
  wanted: ArchiveWanted,
): Promise<void> {
  readQuery(wanted.search, [])
  const bodies = await findPressKit(tools.database, wanted.slug)
  const json = kitJson(bodies)
  const kit = JSON.parse(json) as PressKit
  const etag = `"${sha256(`${layout} ${bodies.modifiedAt.getTime()} ${json}`)}"`
  const modified = Math.floor(bodies.modifiedAt.getTime() / 1000)
  const head = [...headOf(etag, modified, bodies.slug), ...(tools.readiness.cutOffSince() ? cutOffHead : [])]
  const finish = (status: number, more: string[]) => {
    countAnswer(tools.counter, status)
    response.writeHead(status, [...head, ...more])
  }
  if (bodies.slug !== wanted.slug) {
    finish(308, ['Location', kit.archive])
    response.end()
    return
  }
  if (isHeldByClient(response.req.headers, etag, modified)) {
    finish(304, [])
    response.end()
    return
  }
  const { zip, bytes } = await pack(tools.database, { kit, json, at: bodies.modifiedAt })
  finish(200, [
    'Content-Type',
    'application/zip',
    'Content-Length',
    String(bytes),
    'Content-Disposition',
    `attachment; filename="press-kit-${bodies.slug.replaceAll(/[^a-z0-9]+/g, '-')}.zip"`,
  ])
  if (response.req.method === 'HEAD') response.end()
  else await sendZip(zip, response)
}

const headOf = (etag: string, modified: number, slug: string): string[] => [
  'ETag',
  etag,
  'Last-Modified',
  new Date(modified * 1000).toUTCString(),
  'Cache-Control',
  cacheControl.success,
  'Cache-Tag',
  `press-kits/${slug}`,
  ...protection.flatMap((line) => line.split(': ')),
]

type Packing = { kit: PressKit; json: string; at: Date }

/** The archive, and how long it is: nothing is compressed, pictures are already. */
async function pack(
  database: Database,
  { kit, json, at }: Packing,
): Promise<{ zip: ZipFile; bytes: number }> {
  const zip = new ZipFile()
  const options = { compress: false, mtime: asLocal(at), mode: 0o100644, forceDosTimestamp: true }
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path, options)
  add('press-kit.json', json)
  for (const text of kit.texts) {
    add(`${text.path}.html`, page(text))
    add(`${text.path}.txt`, `${text.text}\n`)
  }
  for (const locale of languagesOf(kit.pictures)) add(`pictures/credits-${locale}.txt`, credits(kit, locale))
  for (const file of kit.pictures.flatMap(({ files }) => files)) {
    zip.addReadStreamLazy(file.path, { ...options, size: file.bytes }, (ready) =>
      ready(null, Readable.from(readParts(database, file), { objectMode: false })),
    )
  }
  // Its types do not know that the callback gets the size.
  const end = zip.end.bind(zip) as unknown as (told: (bytes: number) => void) => void
  const bytes = await new Promise<number>((resolve) => end(resolve))
  return { zip, bytes }
}

// The times in an archive have no zone: these are UTC, on every machine.
const asLocal = (at: Date): Date =>
  new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  )

const rightToLeft = new Set<string>(locales.flatMap((each) => ('rtl' in each ? [each.code] : [])))

const page = ({ locale, title, html }: PressKitText): string =>
  `<!doctype html><html lang="${locale}" dir="${rightToLeft.has(locale) ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${xmlText(title ?? '')}</title></head><body>${html}</body></html>\n`

const languagesOf = (pictures: readonly PressKitPicture[]): string[] =>
  [...new Set(pictures.flatMap(({ words }) => words.map(({ locale }) => locale)))].toSorted()

/** What must stand beside each picture, for people. */
function credits({ pictures }: PressKit, locale: string): string {
  const entries = pictures.flatMap(({ files, credit, copyrightNotice, words }) => {
    const said = words.find((each) => each.locale === locale)
    if (!said) return []
    const lines = [
      files.map(({ path }) => path.slice('pictures/'.length)).join(', '),
      said.caption ?? said.alt,
    ]
    return [[...lines, credit, copyrightNotice, said.usageTerms].filter(Boolean).join('\n')]
  })
  return `${entries.join('\n\n')}\n`
}

function sendZip(zip: ZipFile, response: ServerResponse): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject))
  return Promise.race([pipeline(zip.outputStream as Readable, response), failed])
}
