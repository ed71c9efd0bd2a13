// What processes tell whoever runs them: one JSON object per line, or a line for people on a terminal. Never content,
// tokens or personal data: messages are our own sentences, and of an error only its kind and place are told, because its
// message may quote a value.

export type Level = 'info' | 'warn' | 'error'
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>
export type Log = Readonly<Record<Level, (message: string, facts?: Facts) => void>>

type Output = { isTTY?: boolean; write: (line: string) => unknown }

// Looked up at each line, so that a stream that is exchanged is found.
const errors: Output = {
  get isTTY() {
    return process.stderr.isTTY
  },
  write: (line) => process.stderr.write(line),
}

/** `output` is by default what the process prints. */
export function openLog(part: string, output: Output = errors): Log {
  const at =
    (level: Level) =>
    (message: string, facts: Facts = {}) => {
      const line = { time: new Date().toISOString(), level, part, message, ...facts }
      output.write(`${output.isTTY ? forPeople(line) : JSON.stringify(line)}\n`)
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

type Line = { time: string; level: Level; part: string; message: string }

function forPeople({ time, level, part, message, ...facts }: Line): string {
  const more = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${part} ${message}${more.join('')}`
}

const mostPlaces = 5

/** The kind of an error, its code, and where in the program it was thrown. */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const { cause } = error
  const code = codeOf(error) ?? codeOf(cause)
  const stack = error.stack?.slice(error.stack.indexOf(error.message) + error.message.length) ?? ''
  const places = stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, mostPlaces)
  return { error: error.name, ...(code === undefined ? {} : { code }), places }
}

/** SQLSTATE, or the code of a system call. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  const { code } = error
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : undefined
}

const longest = 300
const values = [
  /"[^"]*"|“[^”]*”|„[^“]*“|”[^”]*”|`[^`]*`|'[^']*'/g,
  // Addresses of people and of pages, files, and what looks like a token.
  /\S+@\S+/g,
  /\b\w+:\/\/\S+/g,
  /\S*[\\/]\S+|\S+\.[a-z]\w{1,4}\b/gi,
  /\b(?=\w*\d)[\w-]{16,}\b/g,
]

/** The first line of what a framework says, without what may be a value. */
export const withoutValues = (text: string): string =>
  values.reduce((said, value) => said.replace(value, '…'), (text.split('\n', 1)[0] ?? '').slice(0, longest))

/** What a framework hands to its log: sentences, objects that hold one, errors. */
export function tell(log: Log, level: Level, args: readonly unknown[]): void {
  const error = args.map(errorIn).find((found) => found !== undefined)
  if (error && isAnswer(error)) return
  const text = args.map(textIn).find((found) => found !== undefined && /\w/.test(found))
  const message = text === undefined ? 'Something went wrong.' : withoutValues(text)
  log[level](message, error === undefined ? {} : factsOf(error))
}

// What the framework answers with 400 to 499: whoever asked was told. By its facts: a build shortens the names of classes.
const isAnswer = (error: Error): boolean =>
  'isOperational' in error &&
  error.isOperational === true &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

function errorIn(value: unknown): Error | undefined {
  if (value instanceof Error) return value
  if (typeof value !== 'object' || value === null) return undefined
  return 'err' in value && value.err instanceof Error ? value.err : undefined
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || value instanceof Error) return undefined
  return 'msg' in value && typeof value.msg === 'string' ? value.msg : undefined
}

/** A fault that nobody caught ends the process, as it would anyway, but Node would print it whole. */
export function endOnFault(log: Log): void {
  const end = (error: unknown) => {
    log.error('A fault that nobody caught ends this process.', factsOf(error))
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
