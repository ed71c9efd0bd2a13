import { SingleBar } from 'cli-progress'
import { importNobel, readNobel, type NobelProgress, type NobelRefused, type NobelReport } from '@/intake'
import { Problem } from './steps.mjs'
import { openDesk } from './import-desk'
import { readBytes } from './import-file'
import type { Options } from './import-options'

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const largest = 200 * 1024 * 1024

/** The command `nobel`. Returns the exit code. */
export async function importNobelFile({ file, as, isDry, isJson }: Options): Promise<number> {
  // A file that is not right is refused before a desk is looked for.
  const plan = readNobel(readBytes(file, largest))
  if (!plan.ok) throw explain(plan)
  const desk = await openDesk(as)
  const progress = isJson ? undefined : showProgress()
  try {
    const result = await importNobel({ ...desk, source: plan, dryRun: isDry, onProgress: progress?.tick })
    progress?.stop()
    if (!result.ok) throw explain(result)
    print(isJson ? JSON.stringify(result.report, null, 2) : summaryOf(result.report, isDry))
    return result.report.failed.length > 0 ? 1 : 0
  } finally {
    progress?.stop()
    await desk.payload.destroy()
  }
}

const explain = ({ message, problems }: NobelRefused): Problem =>
  new Problem([message, ...problems.map((problem) => `  ${problem}`)].map(plain).join('\n'))

/** A bar in a terminal; elsewhere a line at every tenth. */
function showProgress(): { tick: (progress: NobelProgress) => void; stop: () => void } {
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {value} of {total} | {collection}',
    hideCursor: true,
    noTTYOutput: false,
  })
  let isOpen = false
  let tenth = -1
  const tick = ({ done, total, collection }: NobelProgress) => {
    if (!process.stdout.isTTY) {
      const now = Math.floor((done * 10) / total)
      if (now > tenth) print(`${now * 10} % (${done} of ${total})`)
      tenth = now
      return
    }
    if (!isOpen) bar.start(total, 0, { collection })
    isOpen = true
    bar.update(done, { collection })
  }
  const stop = () => {
    if (isOpen) bar.stop()
    isOpen = false
  }
  return { tick, stop }
}

const most = 20

function summaryOf(report: NobelReport, isDry: boolean): string {
  const { read, cleaned, dropped, warnings, kept, failed } = report
  const counts = (['created', 'updated', 'unchanged'] as const).map(
    (what) =>
      `  ${what.padEnd(9)} ${Object.entries(report[what])
        .map(([collection, count]) => `${count} ${collection}`)
        .join(', ')}`,
  )
  return [
    `${isDry ? 'Would be done (--dry-run)' : 'Done'}: ${read.laureates} laureates and ${read.awards} award entries in the file.`,
    ...counts,
    ...list(
      'Cleaned texts',
      cleaned.map(({ record, field, what }) => `${record} ${field}: ${what.join(', ')}`),
    ),
    ...list(
      'Notes',
      warnings.map(({ record, field, message }) => `${record} ${field}: ${message}`),
    ),
    ...list(
      'Kept as staff wrote it',
      kept.map(({ title, field }) => `${title}: ${field}`),
    ),
    ...list(
      'Not stored, the desk has no field for it',
      Object.entries(dropped).map(([field, count]) => `${field} (${count})`),
    ),
    ...list(
      'Not saved',
      failed.map(({ title, reason }) => `${title}: ${reason}`),
    ),
  ].join('\n')
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const plain = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ')

const list = (title: string, lines: readonly string[]): string[] => {
  if (lines.length === 0) return []
  const more = lines.length > most ? [`  … and ${lines.length - most} more (--json lists all)`] : []
  return [`${title}: ${lines.length}`, ...lines.slice(0, most).map((line) => `  ${plain(line)}`), ...more]
}
