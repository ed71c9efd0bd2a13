import { refuse } from '@/lib/errors'
import { refuseUnsafe } from './clean-input'
import { isRow } from './known-fields'
import { say } from './say'

// Bodies at the edge: size, encoding, type and shape, before any of it reaches the framework.

const MiB = 1024 * 1024

/** The body's bytes, read no further than `limit`; undefined when there are none. Refuses (413) a longer one. */
export async function readBody(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const tooLarge = () => refuse('too_large', { place: say('The request'), limit: describeSize(limit) })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return size === 0 ? undefined : new Uint8Array(Buffer.concat(chunks))
}

const describeSize = (bytes: number): string => (bytes >= MiB ? `${bytes / MiB} MiB` : `${bytes / 1024} KiB`)

/** Refuses a body that is neither JSON (an object, RFC 8259) nor a form of the screens, or holds what is unsafe. */
export async function checkBody(request: Request, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity')
    throw refuse('wrong_type', { place: 'The request', reason: 'is compressed. Send it as it is.' })
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/json') return checkJson(decode(body))
  if (type === 'multipart/form-data') return checkForm(request, body)
  throw refuse('wrong_type', { place: 'Content-Type', reason: 'send application/json.' })
}

/** UTF-8 text. Refuses (400) bytes that are not. */
export function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw refuse('bad_input', { place: 'The request', reason: 'is not UTF-8 text.' })
  }
}

function checkJson(text: string): void {
  const data = parse(text)
  if (!isRow(data)) throw refuse('bad_input', { place: 'The request', reason: 'must be a JSON object.' })
  refuseUnsafe(data)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('bad_input', { place: 'The request', reason: 'is not JSON.' })
  }
}

// The framework's screens send `_payload` (JSON) and at most one `file`. It would also take the name of a file
// elsewhere in place of a file, so nothing but these two passes.
async function checkForm(request: Request, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const form = await parseForm(request, body)
  for (const [name, value] of form.entries()) {
    const isData = name === '_payload' && typeof value === 'string'
    const isFile = name === 'file' && typeof value !== 'string'
    if (!isData && !isFile)
      throw refuse('bad_input', { place: name.slice(0, 100), reason: 'is not part of this form.' })
    if (isData) checkJson(value)
    if (isFile) refuseUnsafe(value.name)
  }
  if (form.getAll('file').length > 1 || form.getAll('_payload').length > 1) {
    throw refuse('bad_input', { place: 'The form', reason: 'holds a part twice.' })
  }
}

async function parseForm(request: Request, body: Uint8Array<ArrayBuffer>): Promise<FormData> {
  try {
    return await new Response(body, {
      headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
    }).formData()
  } catch {
    throw refuse('bad_input', { place: 'The form', reason: 'cannot be read.' })
  }
}
