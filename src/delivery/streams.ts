import type { ServerResponse } from 'node:http'
import type { Counter } from './counts'
import type { Reading } from './database'
import type { Ending } from './end-server'
import type { Entry, Variant } from './entry'
import { readFileTarget } from './file-target'
import type { Archive } from './press-kit-archive'
import { readArchiveTarget } from './press-kit-target'
import type { Readiness } from './readiness'
import { internal, Refused, unavailable } from './refused'
import { sendFile } from './send-file'
import { sendPressKit } from './send-press-kit'

// What is sent piece by piece and kept in no memory.

export type Streaming = {
  /** Reads files, on connections that answers never wait for. */
  files: Reading
  readiness: Readiness
  counter: Counter
  begin: Ending['begin']
  report: (error: unknown) => void
  /** How long a reader may take nothing. */
  stallMs: number
  /** The answer of another address. */
  entryOf: (target: string) => Promise<Entry>
  archiveOf: (kit: Variant) => Archive
  answer: (response: ServerResponse, entry: Entry) => void
  /** Answers with a problem where nothing was sent yet. */
  refuse: (response: ServerResponse, refusal: Refused) => void
}

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
  const file = readFileTarget(target)
  if (file) return () => sendFile(tools, response, file)
  const archive = readArchiveTarget(target)
  return archive && (() => sendPressKit(tools, response, archive))
}
