import type { ServerResponse } from 'node:http'
import { readFileTarget } from './file-target'
import { readArchiveTarget } from './press-kit-target'
import { longestTarget } from './read-target'
import { internal, Refused, unavailable } from './refused'
import { sendFile } from './send-file'
import { sendPressKit } from './send-press-kit'
import type { Streaming } from './streaming'

// What is sent piece by piece and kept in no memory.

/** Each holds a slice and waits for one read, so that neither memory nor the wait outgrows this. */
export const mostStreams = 500

/** Sends what is streamed; false for anything else. */
export function createStreams(tools: Streaming): (response: ServerResponse) => boolean {
  let open = 0
  return (response) => {
    const work = workFor(tools, response)
    if (!work) return false
    if (open >= mostStreams) {
      tools.refuse(response, unavailable)
      return true
    }
    open += 1
    const done = tools.begin(response.req.socket)
    work()
      .catch((error: unknown) => {
        if (!(error instanceof Refused)) tools.report(error)
        // Half an answer cannot be taken back: whoever reads sees that it breaks off.
        if (response.headersSent) response.destroy()
        else tools.refuse(response, error instanceof Refused ? error : internal)
      })
      .finally(() => {
        open -= 1
        done()
      })
    return true
  }
}

function workFor(tools: Streaming, response: ServerResponse): (() => Promise<void>) | undefined {
  const target = response.req.url ?? ''
  // Refused like every other.
  if (target.length > longestTarget) return undefined
  const file = readFileTarget(target)
  if (file) return () => sendFile(tools, response, file)
  const archive = readArchiveTarget(target)
  return archive && (() => sendPressKit(tools, response, archive))
}
