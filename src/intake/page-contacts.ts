import { toE164 } from '@/formats'
import { joined, type Sentence } from '@/lib/sentence'
import { defined } from './fold-text'
import { about, type Inquiry } from './inquiry'
import { findEmail, findPhone, readContactLabel, type ContactLabel } from './page-contact-lines'
import type { ProposedContact } from './page-proposal'
import type { Confidence, PageLine } from './page-types'
import { z } from 'zod'
import { say } from './say'

type Group = { name?: PageLine; label?: PageLine; phone?: PageLine; email?: PageLine }
type Kind = keyof Group
const kinds: readonly Kind[] = ['name', 'label', 'phone', 'email']

/**
 * The contacts in `lines`; lines that belong to none are returned as strays. `isLoose`: they stood outside
 * their section; `from` is the index of the first. A phone that libphonenumber does not accept stays as written, with a warning.
 */
export function readContacts(
  lines: readonly PageLine[],
  inquiry: Inquiry,
  { isLoose, from }: { isLoose: boolean; from: number },
): { contacts: ProposedContact[]; strays: PageLine[] } {
  const { groups, strays } = groupLines(lines)
  const whole = groups.filter(isContact)
  const parts = groups.filter((group) => !whole.includes(group)).flatMap(linesOf)
  const contacts = whole.map((group, index) => toContact(group, { index: from + index, inquiry, isLoose }))
  return { contacts, strays: [...strays, ...parts].toSorted((a, b) => a.number - b.number) }
}

// A name and a phone or e-mail; or a name with a label that the desk knows.
const isContact = ({ name, label, phone, email }: Group): boolean =>
  name !== undefined && Boolean(phone ?? email ?? (label && readContactLabel(label.text)))

const linesOf = (group: Group): PageLine[] =>
  kinds.flatMap((kind) => group[kind] ?? []).toSorted((a, b) => a.number - b.number)

function kindOf(line: PageLine): Kind | undefined {
  if (findPhone(line.text) !== undefined) return 'phone'
  if (findEmail(line) !== undefined) return 'email'
  if (line.text.length > 160 || /[.!?]["”]?$/.test(line.text) || /[©|]|https?:|\d{3}/.test(line.text))
    return undefined
  return readContactLabel(line.text) ? 'label' : 'name'
}

// Order inside a contact varies (label first, e-mail before phone); a contact ends where one of its
// parts would come a second time, or after its phone or e-mail when words follow.
function groupLines(lines: readonly PageLine[]): { groups: Group[]; strays: PageLine[] } {
  const groups: Group[] = [{}]
  const strays: PageLine[] = []
  for (const line of lines) {
    const kind = kindOf(line)
    const group = groups.at(-1) ?? {}
    const place = kind && placeIn(group, kind)
    if (place) group[place] = line
    else groups.push(kind ? { [kind]: line } : {})
    if (!kind) strays.push(line)
  }
  return { groups: groups.filter((group) => Object.keys(group).length > 0), strays }
}

/** The part of `group` that a line of `kind` is; undefined where it begins the next contact. */
function placeIn(group: Group, kind: Kind): Kind | undefined {
  const isComplete = Boolean(group.name && (group.phone ?? group.email))
  const isWords = kind === 'name' || kind === 'label'
  if (isWords && isComplete) return undefined
  // A second line of words that is no label the desk knows is an unknown label ("Head of Press").
  if (kind === 'name' && group.name && !group.label) return 'label'
  return group[kind] ? undefined : kind
}

type Place = { index: number; inquiry: Inquiry; isLoose: boolean }

function toContact(group: Group, place: Place): ProposedContact {
  const path = `contacts.${place.index}`
  const name = group.name?.text ?? ''
  const { inquiry } = place
  if (group.name) {
    const note = contactNote(group, place.isLoose)
    inquiry.show([group.name], {
      path: `${path}.name`,
      label: say('Contact'),
      value: name,
      confidence: note ? 'check' : 'sure',
      note,
    })
  }
  return defined({
    name,
    ...readLabel(group.label, path, inquiry),
    ...readPhone(group.phone, path, inquiry),
    email: readEmail(group, name, place),
  })
}

function contactNote({ phone, email }: Group, isLoose: boolean): Sentence | undefined {
  if (isLoose) return say('This contact stands outside “Media contacts”.')
  return (phone ?? email) ? undefined : say('This contact has neither phone nor e-mail.')
}

const noLabel: ContactLabel = { desk: 'media', languages: [], international: false, unknown: [] }

function readLabel(line: PageLine | undefined, path: string, inquiry: Inquiry) {
  const read = line && readContactLabel(line.text)
  const { desk, languages, international } = read ?? noLabel
  if (line) {
    const understood = [desk, ...languages, ...(international ? ['international'] : [])].join(', ')
    const value = `${line.text} (${understood})`
    inquiry.show([line], {
      path: `${path}.label`,
      label: say('What the contact is for'),
      value,
      ...doubts(read),
    })
  }
  return { label: line?.text ?? '', desk, languages, international }
}

function doubts(read: ContactLabel | undefined): { confidence: Confidence; note?: Sentence } {
  if (!read) return { confidence: 'odd', note: say('This label was not understood; the desk is a guess.') }
  if (read.unknown.length === 0) return { confidence: 'sure' }
  return {
    confidence: 'check',
    note: joined(read.unknown.map((word) => say('“{word}” was not understood.', { word }))),
  }
}

function readPhone(
  line: PageLine | undefined,
  path: string,
  inquiry: Inquiry,
): { phone?: string; phoneE164?: string } {
  const phone = line && findPhone(line.text)
  if (!line || phone === undefined) return {}
  const phoneE164 = toE164(phone)
  const note = phoneE164
    ? undefined
    : say('This is not a phone number with a country code that is in use. It is kept as written.')
  inquiry.show([line], {
    path: `${path}.phone`,
    label: say('Phone'),
    value: phoneE164 ? `${phone} (${phoneE164})` : phone,
    confidence: note ? 'odd' : 'sure',
    note,
  })
  if (note)
    inquiry.warn({
      kind: 'phone_not_accepted',
      message: say('Line {line}: {what}', { line: line.number, what: note }),
      line: line.number,
      path: `${path}.phone`,
    })
  return defined({ phone, phoneE164 })
}

function readEmail(group: Group, name: string, { index, inquiry }: Place): string | undefined {
  const written = group.email && findEmail(group.email)
  if (group.email && written !== undefined && z.email().safeParse(written).success) {
    inquiry.show([group.email], { path: `contacts.${index}.email`, label: say('E-mail'), value: written })
    return written
  }
  if (group.email)
    inquiry.show([group.email], {
      path: `contacts.${index}.email`,
      label: say('E-mail'),
      value: '',
      confidence: 'odd',
      note: say('This is not an e-mail address.'),
    })
  const answer = inquiry.ask({
    id: `contacts.${index}.email`,
    text: say('What is the e-mail address of {name}?', { name }),
    kind: 'email',
    required: false,
    ...about(linesOf(group)),
  })
  return typeof answer === 'string' ? answer : undefined
}
