import { textProblem } from '@/formats'
import { refuseNobel, type NobelRefused } from './nobel-types'

const largest = 200 * 1024 * 1024
const deepest = 40
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

type Decoded = { ok: true; json: unknown } | NobelRefused

const tooLarge = (): NobelRefused =>
  refuseNobel('too_large', 'The file is larger than 200 MB. A whole laureates file holds some 4 MB.')

/** UTF-8 bytes or text → JSON without prototype keys, with storable text only; or why not, naming the place. */
export function decodeNobel(source: unknown): Decoded {
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) {
    return refuseNobel('wrong_type', 'A Nobel file must be a text or the bytes of a file.')
  }
  if (source.length > largest) return tooLarge()
  const text = typeof source === 'string' ? source : decodeBytes(source)
  if (typeof text !== 'string') return text
  return parse(text.replace(/^\uFEFF/, ''))
}

function decodeBytes(bytes: Uint8Array): string | NobelRefused {
  const [first, second] = bytes
  if (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    first === 0 ||
    second === 0
  ) {
    return refuseNobel('wrong_encoding', 'The file is UTF-16. Save it as UTF-8 and send it again.')
  }
  if (first === 0x1f && second === 0x8b)
    return refuseNobel('wrong_encoding', 'The file is compressed (gzip). Unpack it and send it again.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuseNobel(
      'wrong_encoding',
      `The file is not UTF-8: byte ${firstBadByte(bytes)} is wrong. Download it again.`,
    )
  }
}

// The replacement character stands where the decoder stumbled; what precedes it has the same bytes as the file.
function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const byte = Buffer.byteLength(text.slice(0, at))
    const isReal = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd
    if (!isReal) return byte + 1
  }
  return bytes.length
}

function parse(text: string): Decoded {
  if (text.trim() === '') return refuseNobel('not_json', 'The file is empty.')
  try {
    const json: unknown = JSON.parse(text)
    return findTrouble(json, []) ?? { ok: true, json }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isCut = /end of JSON|Unterminated/i.test(reason)
    const advice = isCut
      ? 'It ends too early: the download was cut off. Download it again.'
      : 'It must be the JSON file of the Nobel Prize API.'
    return refuseNobel('not_json', `The file is not JSON (${reason.slice(0, 200)}). ${advice}`)
  }
}

function findTrouble(value: unknown, path: string[]): NobelRefused | undefined {
  if (typeof value === 'string') return findTextTrouble(value, path)
  if (value === null || typeof value !== 'object') return undefined
  if (path.length > deepest)
    return refuseNobel('bad_key', `${where(path.slice(0, 6))} … is nested too deeply.`)
  for (const [key, inner] of Object.entries(value)) {
    const trouble = findKeyTrouble(key, path) ?? findTrouble(inner, [...path, key])
    if (trouble) return trouble
  }
  return undefined
}

function findKeyTrouble(key: string, path: string[]): NobelRefused | undefined {
  if (forbiddenKeys.has(key))
    return refuseNobel('bad_key', `${where([...path, key])} is not a field of a Nobel file.`)
  return textProblem(key)
    ? refuseNobel('bad_character', `A field name in ${where(path)} holds a character that cannot be stored.`)
    : undefined
}

function findTextTrouble(text: string, path: string[]): NobelRefused | undefined {
  const problem = textProblem(text)
  return problem ? refuseNobel('bad_character', `${where(path)} ${problem}`) : undefined
}

const where = (path: string[]): string => (path.length === 0 ? 'The file' : path.join(' › '))
