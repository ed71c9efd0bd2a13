import { toSlug } from '@/formats'
import type { Sentence } from '@/lib/sentence'
import { defined, fold } from './fold-text'
import { about, type Inquiry } from './inquiry'
import { nameFit } from './match-names'
import { kindOfFacts, type Fact, type FactBlock } from './page-facts'
import type { FactKey } from './page-labels'
import { readHeadquarters, readLifeEvent, readPlainDate } from './page-life'
import { endAfterBeginning } from './page-order'
import { assignFacts } from './page-owners'
import type { ProposedLaureate } from './page-proposal'
import type { Known, PageLine } from './page-types'
import { personName, sortKeyOf } from './person-name'
import { say } from './say'

type Given = {
  names: readonly string[]
  countries: readonly string[]
  blocks: readonly FactBlock[]
  title: PageLine | undefined
  known: Known
  locale: string
}
type Making = {
  name: string
  fullName: string
  index: number
  block: FactBlock | undefined
  given: Given
  inquiry: Inquiry
}
type Kind = 'person' | 'organisation'
type Facts = ReadonlyMap<FactKey, Fact>

/** One proposal per name of the title, with the facts that belong to it. */
export function readLaureates(given: Given, inquiry: Inquiry): ProposedLaureate[] {
  const owned = assignFacts(given.names, given.blocks, inquiry)
  return given.names.map((name, index) => {
    const block = owned[index]
    return toLaureate({ name, fullName: block?.name?.text ?? name, index, block, given, inquiry })
  })
}

function toLaureate(making: Making): ProposedLaureate {
  const { name, fullName } = making
  showNames(making)
  const kind = readKind(making)
  const facts = keepFacts(making, kind)
  const existing = askSame(making)
  const slug = readSlug(making, existing === 'new')
  const base = { kind, knownName: name, fullName, ...nameParts(making, kind), existing, slug }
  return defined({
    ...base,
    ...(kind === 'organisation' ? organisationFacts(facts, making) : personFacts(facts, making)),
  })
}

const contextOf = ({ index, name, given, inquiry }: Making) => ({
  path: `laureates.${index}`,
  name,
  locale: given.locale,
  inquiry,
})

function personFacts(facts: Facts, making: Making) {
  const education = facts.get('education')
  if (education) {
    making.inquiry.show(education.lines, {
      path: `laureates.${making.index}.education`,
      label: say('{name}: {what}', { name: making.name, what: say('education') }),
      value: education.value,
    })
  }
  const birth = readLifeEvent('birth', facts, contextOf(making))
  const death = readLifeEvent('death', facts, contextOf(making))
  const date = endAfterBeginning(birth?.date, death?.date, contextOf(making))
  return { birth, death: death && defined({ ...death, date }), education: education?.value }
}

function organisationFacts(facts: Facts, making: Making) {
  const basedIn = facts.get('basedIn')
  const founded = readPlainDate('founded', facts, contextOf(making))
  const dissolved = readPlainDate('dissolved', facts, contextOf(making))
  return {
    founded,
    dissolved: endAfterBeginning(founded, dissolved, contextOf(making)),
    basedIn: basedIn?.value,
    headquarters: basedIn && readHeadquarters(basedIn, making.given.countries, contextOf(making)),
  }
}

const kept: Record<Kind, ReadonlySet<FactKey>> = {
  person: new Set(['birthPlace', 'birthDate', 'deathPlace', 'deathDate', 'education']),
  organisation: new Set(['founded', 'dissolved', 'basedIn']),
}

const noSuchField: Record<Kind, Sentence> = {
  person: say('A person has no such field.'),
  organisation: say('An organisation has no such field.'),
}

/** One fact per key, of those that this kind of laureate has. The rest is shown as left out. */
function keepFacts(making: Making, kind: Kind = 'person'): Facts {
  const facts = new Map<FactKey, Fact>()
  for (const fact of making.block?.facts ?? []) {
    const before = facts.get(fact.key)
    if (!kept[kind].has(fact.key)) leaveOut(fact, noSuchField[kind], making)
    else if (!before) facts.set(fact.key, fact)
    else facts.set(fact.key, chooseFact(before, fact, making))
  }
  return facts
}

const leaveOut = (fact: Fact, note: Sentence, { index, inquiry }: Making): void =>
  inquiry.show(fact.lines, {
    path: `laureates.${index}.${fact.key}`,
    label: say('Not placed'),
    value: '',
    confidence: 'odd',
    note,
  })

function chooseFact(first: Fact, second: Fact, making: Making): Fact {
  const answer = making.inquiry.ask({
    id: `facts.${second.lines[0]?.number ?? 0}.value`,
    text: say('The page says two things about {name}. Which is right?', { name: making.name }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'first', label: first.value.slice(0, 200) },
      { value: 'second', label: second.value.slice(0, 200) },
    ],
    ...about(second.lines),
  })
  const chosen = answer === 'second' ? second : first
  leaveOut(chosen === first ? second : first, say('The page says this in two ways.'), making)
  return chosen
}

function showNames({ name, fullName, index, block, given, inquiry }: Making): void {
  const path = `laureates.${index}`
  const hasFacts = block !== undefined && block.facts.length > 0
  const note = hasFacts ? undefined : say('The page holds no facts about this laureate.')
  inquiry.show(given.title ? [given.title] : [], {
    path: `${path}.knownName`,
    label: say('Laureate {number}, known name', { number: index + 1 }),
    value: name,
    confidence: hasFacts ? 'sure' : 'odd',
    note,
  })
  if (!block?.name) return
  const fit = nameFit(name, fullName)
  inquiry.show([block.name], {
    path: `${path}.fullName`,
    label: say('{name}: {what}', { name, what: say('full name') }),
    value: fullName,
    confidence: fit >= 2 ? 'sure' : 'check',
    note: fit >= 2 ? undefined : say('Is this the same laureate as “{name}”?', { name }),
  })
}

const organisationWords =
  /\b(?:cent(?:er|re|ro|rum)|foundation|association|organi[sz]ation|committee|council|movement|union|network|institute|fund|stiftelse\w*|forening\w*|stiftung|verein|fondation|fundacion|asociacion|people of|folket|campaign|international|school|group|coalition)\b/

function readKind({ name, fullName, index, block, given, inquiry }: Making): Kind | undefined {
  const said = kindOfFacts(block)
  if (said) return said
  const hasFacts = block !== undefined && block.facts.length > 0
  const answer = inquiry.ask({
    id: `laureates.${index}.kind`,
    text: hasFacts
      ? say('The facts about “{name}” fit a person and an organisation. Which is it?', { name })
      : say('The page holds no facts about “{name}”. Is this a person or an organisation?', { name }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'person', label: say('A person') },
      { value: 'organisation', label: say('An organisation') },
    ],
    ...guessKind(fullName),
    ...about(given.title ? [given.title] : []),
  })
  return answer === 'person' || answer === 'organisation' ? answer : undefined
}

function guessKind(name: string): { proposal?: Kind } {
  if (organisationWords.test(fold(name)) || /["“”«»]/.test(name)) return { proposal: 'organisation' }
  return /^\p{Lu}[^\s]*(?: \p{Lu}[^\s]*){1,3}$/u.test(name) ? { proposal: 'person' } : {}
}

function nameParts({ name, fullName, index, given, inquiry }: Making, kind: Kind | undefined) {
  if (kind !== 'person') return { sortKey: sortKeyOf({ knownName: name }) }
  const parts = personName(name) ?? personName(fullName)
  if (!parts) return { sortKey: name }
  inquiry.show(given.title ? [given.title] : [], {
    path: `laureates.${index}.familyName`,
    label: say('{name}: {what}', { name, what: say('given name, family name') }),
    value: `${parts.givenName} · ${parts.familyName}`,
    confidence: 'check',
    note: say('Divided by a rule. Some families write their name first.'),
  })
  return { ...parts, sortKey: sortKeyOf({ knownName: name, ...parts }) }
}

// Two laureates of one name need two addresses that say who is who: never a bare "-2".
function readSlug({ name, index, inquiry }: Making, hasTwin: boolean): string | undefined {
  const slug = toSlug(name)
  if (slug !== '' && !hasTwin) return slug
  const answer = inquiry.ask({
    id: `laureates.${index}.slug`,
    text: say('Which web address part shall “{name}” have? (small Latin letters, digits, hyphens)', { name }),
    kind: 'slug',
    required: true,
  })
  return typeof answer === 'string' ? answer : undefined
}

// A laureate with two awards is one document, so an equal name is asked about, never merged by itself.
function askSame({ name, fullName, index, given, inquiry }: Making): string | undefined {
  const same = (given.known.laureates ?? []).filter((known) =>
    [known.name, ...(known.otherNames ?? [])].some(
      (other) => nameFit(other, name) === 3 || nameFit(other, fullName) === 3,
    ),
  )
  if (same.length === 0) return undefined
  const answer = inquiry.ask({
    id: `laureates.${index}.same`,
    text:
      same.length === 1
        ? say('The desk already holds a laureate called “{name}”. Is it the same one?', { name })
        : say('The desk already holds laureates called “{name}”. Is it the same one?', { name }),
    kind: 'choice',
    required: true,
    options: [
      ...same.map(({ id, name: known, detail }) => ({
        value: id,
        label: say('The same as {name}', { name: [known, detail].filter(Boolean).join(', ') }),
      })),
      { value: 'new', label: say('Another one: make a new laureate') },
    ],
  })
  return typeof answer === 'string' ? answer : undefined
}
