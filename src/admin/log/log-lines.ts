import type { Role } from '@/access'
import { languageName } from '@/formats'
import type { LogEntry } from '@/audit'
import { readDate } from '@/lib/date-words'
import { readDetails, type ChangedValue } from './log-details'
import { documentTitle, kindWords, personName, reasonOf, type Reader } from './log-reader'
import { fill, screenWords } from '../words'

// What stands below the sentence of an entry: why, what exactly, how often.

/** `saysReason`: the sentence itself gives the reason. */
export function linesOf(entry: LogEntry, reader: Reader, saysReason: boolean): string[] {
  const { words } = reader
  const reason = reasonOf(entry, reader)
  const { endsApproval, approver, file, network, times } = readDetails(entry.details)
  return [
    ...(reason !== null && !saysReason ? [fill(words.reason, { text: reason })] : []),
    ...changedFields(entry, reader),
    ...(entry.action === 'edited' && file !== null ? [fill(words.newFile, { file })] : []),
    ...changeLines(entry, reader),
    ...(endsApproval ? [words.endsApproval] : []),
    ...(approver === null ? [] : [fill(words.approver, { name: personName(approver, reader) })]),
    ...assignmentLines(entry, reader),
    ...(network === null ? [] : [fill(words.network, { network })]),
    ...(times === null ? [] : [timesLine(times, reader)]),
  ]
}

function assignmentLines({ details }: LogEntry, reader: Reader): string[] {
  const { words, language } = reader
  const { assignee, due } = readDetails(details)
  const whom = assignee ? fill(words.assignee, { name: personName(assignee, reader) }) : words.noAssignee
  const date = due ? readDate(due, language) : undefined
  const until = date === undefined ? words.noDue : fill(words.due, { date })
  return [...(assignee === undefined ? [] : [whom]), ...(due === undefined ? [] : [until])]
}

const timesLine = (times: number, { words, language }: Reader): string =>
  times === 1 ? words.timesOne : fill(words.times, { number: times.toLocaleString(language) })

function changedFields({ collection, details }: LogEntry, reader: Reader): string[] {
  const fields = kindWords(collection ?? '', reader)?.fields ?? {}
  const labels = new Set(readDetails(details).fields.map((path) => labelOf(fields, path)))
  const named = [...labels].filter((label) => label !== '')
  return named.length === 0 ? [] : [fill(reader.words.changed, { fields: named.join(', ') })]
}

/** “Label | help”; a path that has no word of its own has its parent's. */
function labelOf(fields: Readonly<Record<string, string>>, path: string): string {
  const [label = ''] = (fields[path] ?? '').split(' | ')
  if (label !== '' || !path.includes('.')) return label
  return labelOf(fields, path.slice(0, path.lastIndexOf('.')))
}

// Of somebody new there was nothing before, and the name is in the sentence.
function changeLines({ action, details }: LogEntry, reader: Reader): string[] {
  const { words } = reader
  const isNew = action === 'person-created'
  const changes = Object.entries(readDetails(details).changes).filter(([field]) => !isNew || field !== 'name')
  return changes.map(([field, { before, after }]) =>
    fill(isNew ? words.given : words.change, {
      field: fieldOfPerson(field, reader),
      before: valueInWords(field, before, reader),
      after: valueInWords(field, after, reader),
    }),
  )
}

const fieldOfPerson = (field: string, reader: Reader): string =>
  field === 'email' ? reader.words.email : labelOf(kindWords('users', reader)?.fields ?? {}, field)

function valueInWords(field: string, value: ChangedValue, reader: Reader): string {
  const { words } = reader
  if (field === 'disabled') return value === true ? words.yes : words.no
  if (value === null) return words.nothing
  if (value === true) return words.yes
  return [value]
    .flat()
    .map((each) => wordsFor[field]?.(each, reader) ?? each)
    .join(', ')
}

const languageWord = (tag: string, { language }: Reader): string => languageName(tag, language) ?? tag

/** How the values of a field are said; the others are said as they are. */
const wordsFor: Record<string, (value: string, reader: Reader) => string> = {
  roles: (role, { language }) => screenWords(language).roles[role as Role] ?? role,
  locales: languageWord,
  reviewLocales: languageWord,
  reviewCollections: (collection, reader) => kindWords(collection, reader)?.many ?? collection,
  assignedEditions: documentTitle,
}
