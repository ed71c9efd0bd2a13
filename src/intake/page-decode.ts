import { sayTextProblem, textProblem } from '@/formats'
import type { Sentence } from '@/lib/sentence'
import type { RefusalReason, Refused } from './page-types'
import { say } from './say'

const largestPage = 2 * 1024 * 1024

export type Decoded = { ok: true; text: string } | Refused

export const refusePage = (code: RefusalReason, message: Sentence, line?: number): Refused => ({
  ok: false,
  code,
  message,
  ...(line === undefined ? {} : { line }),
})

/** UTF-8 bytes or a string → text with "\n" line ends and no BOM, or the reason why not, naming the line. */
export function decodePage(input: unknown): Decoded {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    return refusePage('wrong_type', say('A page must be a text or the bytes of a file.'))
  }
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength
  if (size > largestPage)
    return refusePage('too_large', say('The page is larger than 2 MiB. Send one laureate page at a time.'))
  const decoded = typeof input === 'string' ? { ok: true as const, text: input } : decodeBytes(input)
  return decoded.ok ? checkCharacters(toLineFeeds(decoded.text)) : decoded
}

const toLineFeeds = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- old line ends are what is looked for
  text.replace(/^\uFEFF/, '').replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')

function checkCharacters(text: string): Decoded {
  if (text.trim() === '') return refusePage('empty', say('The page is empty.'))
  if (textProblem(text.replace(bidi, '')) === undefined) return { ok: true, text }
  const lines = text.split('\n')
  const index = lines.findIndex((line) => textProblem(line.replace(bidi, '')) !== undefined)
  const problem = sayTextProblem(lines[index]?.replace(bidi, '') ?? '') ?? ''
  return refusePage('bad_character', say('Line {line} {problem}', { line: index + 1, problem }), index + 1)
}

// Address books wrap phone numbers in invisible direction marks; they are taken out later and reported.
const bidi = /[\u202A-\u202E\u2066-\u2069]/g

const signatures = [
  { start: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { start: [0x50, 0x4b, 0x03, 0x04], what: 'a Word, OpenDocument or ZIP file' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word file' },
  { start: [0x89, 0x50, 0x4e, 0x47], what: 'an image' },
  { start: [0xff, 0xd8, 0xff], what: 'an image' },
] as const

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

function decodeBytes(bytes: Uint8Array): Decoded {
  const signature = signatures.find(({ start }) => startsWith(bytes, start))
  if (signature)
    return refusePage(
      'not_text',
      say('The file is {what}. Copy the page’s text, or save it as text or HTML.', {
        what: say(signature.what),
      }),
    )
  if (isUtf16(bytes))
    return refusePage('wrong_encoding', say('The file is UTF-16. Save it as UTF-8 and send it again.'), 1)
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const line = firstBadLine(bytes)
    return refusePage(
      'wrong_encoding',
      say('Line {line} is not UTF-8. Save the file as UTF-8 and send it again.', { line }),
      line,
    )
  }
}

// A byte order mark, or every second byte of the beginning zero.
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  const head = bytes.subarray(0, 200)
  const zeros = [0, 1].map(
    (parity) => head.filter((byte, index) => index % 2 === parity && byte === 0).length,
  )
  return head.length >= 4 && zeros.some((count) => count > head.length / 4)
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let line = 1, start = 0; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    const stop = end < 0 ? bytes.length : end
    try {
      decoder.decode(bytes.subarray(start, stop))
    } catch {
      return line
    }
    start = stop + 1
  }
  return 1
}
