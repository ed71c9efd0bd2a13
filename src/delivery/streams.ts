import type { ServerResponse } from 'node:http'
import type { Counter } from './counts'
import type { Ending } from './end-server'
import { readFileTarget } from './file-target'
import { readArchiveTarget } from './press-kit-target'
import type { Sources } from './read-wanted'
import { internal, Refused } from './refused'
import { sendFile } from './send-file'
import { sendPressKit } from './send-press-kit'

// What is sent piece by piece and kept in no memory.

export type Streaming = Sources & {
  counter: Counter
  begin: Ending['begin']
  report: (error: unknown) => void
  /** Answers with a problem where nothing was sent yet. */
  refuse: (response: ServerResponse, refusal: Refused) => void
}

/** Sends what is streamed; false for anything else. */
export const createStreams =
  (tools: Streaming) =>
  (response: ServerResponse): boolean => {
    const work = workFor(tools, response)
    if (!work) return false
    const done = tools.begin(response.req.socket)
    work()
      .catch((error: unknown) => {
        if (!(error instanceof Refused)) tools.report(error)
        // Half an answer cannot be taken back: whoever reads sees that it breaks off.
        if (response.headersSent) response.destroy()
        else tools.refuse(response, error instanceof Refused ? error : internal)
      })
      .finally(done)
    return true
  }

function workFor(tools: Streaming, response: ServerResponse): (() => Promise<void>) | undefined {
  const target = response.req.url ?? ''
  const file = readFileTarget(target)
  if (file) return () => sendFile(tools, response, file)
  const archive = readArchiveTarget(target)
  return archive && (() => sendPressKit(tools, response, archive))
}
