import { openLog, tell, type Level, type Log } from './log'

// The logs of the frameworks, led into ours: left to themselves they print whole errors, and errors quote values.

const levels: Readonly<Record<number, Level>> = { 40: 'warn', 50: 'error', 60: 'error' }

/** For Payload: options of its logger, whose every line goes through `log`. */
export function frameworkLogger(part: string, log: Log = openLog(part)) {
  return {
    options: {
      hooks: {
        logMethod(args: readonly unknown[], _write: unknown, level: number): void {
          tell(log, levels[level] ?? 'info', args)
        },
      },
    },
  }
}

/** For Next, which prints by `console`. */
export function leadConsole(part: string, target: Console = globalThis.console): void {
  const log = openLog(part)
  const at =
    (level: Level) =>
    (...args: unknown[]) =>
      tell(log, level, args)
  Object.assign(target, {
    debug: at('info'),
    log: at('info'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  })
}
