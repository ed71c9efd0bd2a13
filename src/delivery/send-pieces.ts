import type { ServerResponse } from 'node:http'

/**
 * Sends pieces as fast as they are taken: the next one is asked for when the last one has left. Ends the connection of
 * whoever takes nothing for `stallMs`.
 */
export async function sendPieces(
  response: ServerResponse,
  pieces: AsyncIterable<Uint8Array>,
  stallMs: number,
): Promise<void> {
  for await (const piece of pieces) {
    const isTaken = response.write(piece)
    // Whoever waits for an answer from memory comes first.
    await new Promise((resolve) => setImmediate(resolve))
    if (!isTaken && !response.destroyed && response.writableNeedDrain) await drained(response, stallMs)
    // Hung up: nothing is read for it any more.
    if (response.destroyed) return
  }
  response.end()
}

function drained(response: ServerResponse, stallMs: number): Promise<void> {
  return new Promise((resolve) => {
    // An answer before this one may still be on its way.
    const timer = setInterval(() => response.socket && response.destroy(), stallMs)
    const done = () => {
      clearInterval(timer)
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}
