// Decodes one picture from stdin and writes its renditions to stdout. Runs without secrets and without rights, and is
// ended by who started it (`src/media/decode.ts`): this is where a picture made to break a decoder does its harm.

import { setPriority } from 'node:os'
import { packAnswer, pictureExits, pictureLimits, type PictureOrder } from '@/media'
import { readToldFacts } from './picture-facts'
import { makeRenditions } from './picture-renditions'

const mostBytes = 2048 * 1024 * 1024

async function answer(order: PictureOrder): Promise<Buffer> {
  const picture = await readAll()
  const made = await makeRenditions(picture, order).catch((): never => process.exit(pictureExits.broken))
  return packAnswer(order.work === 'whole' ? await readToldFacts(picture) : {}, made)
}

async function readAll(): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    length += part.length
    // The stored original may be larger than what was uploaded.
    if (length > 4 * pictureLimits.bytes) process.exit(pictureExits.broken)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

// The one who saves waits; whoever reads or writes meanwhile goes first.
setPriority(5)
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) process.exit(pictureExits.memory)
}, 50).unref()

const [order = '{}'] = process.argv.slice(2)
process.stdout.end(await answer(JSON.parse(order) as PictureOrder))
