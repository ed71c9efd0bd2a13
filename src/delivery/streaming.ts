import type { ServerResponse } from 'node:http'
import type { Counter } from './counts'
import type { Reading } from './database'
import type { Ending } from './end-server'
import type { Entry, Variant } from './entry'
import type { Archive } from './press-kit-archive'
import type { Readiness } from './readiness'
import type { Refused } from './refused'

/** What is at hand for whatever is sent piece by piece. */
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
