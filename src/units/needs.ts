import type { ClientBase } from 'pg'
import { capitalised, inLanguage, joined, type Part, type Sentence } from '@/lib/sentence'
import {
  isPublishable,
  refsOf,
  wordRefsOf,
  type Draft,
  type Publishable,
  type Ref,
  type UnitState,
} from '@/publishing'
import type { DocumentRef, UnitRow } from './revisions'
import { say } from './say'
import { everyTitle, keyOf } from './titles'

// A public document points to public ones only. What publishing refuses for that reason is known, by title, before
// anybody tries.

export type Titled = Ref & { title: string }
/** `from` needs `to` to be public, which it is not. */
export type Need = { from: Titled; to: Titled }

type Asked = DocumentRef & {
  draft: Draft
  rows: ReadonlyMap<string, UnitRow>
  states: ReadonlyMap<string, UnitState>
}

type Needs = { of: (unit: string) => readonly Need[]; lost: readonly Titled[] }

/**
 * What publishing each unit, by itself, would leave open: of the shared facts that are public afterwards, and of its own
 * words, the documents that are not. `lost`: pictures that readers no longer see here, though they are still named.
 * One statement, none where nothing is pointed to.
 */
export async function needsOf(client: ClientBase, asked: Asked): Promise<Needs> {
  const { collection, id, draft, rows, states } = asked
  if (!isPublishable(collection)) return { of: () => [], lost: [] }
  const shared = states.get('shared')
  const written = pointedTo(collection, rows.get('shared')?.revision.content)
  const shown = shared?.isPublic ? pointedTo(collection, shared.content) : written
  const words = new Map(
    [...rows].flatMap(([unit, { revision }]) =>
      unit === 'shared' || !revision.content ? [] : [[unit, wordRefsOf(collection, revision.content)]],
    ),
  )
  const open = await notPublic(client, [...written, ...shown, ...[...words.values()].flat()])
  const from = { collection, id, title: titleIn(draft) }
  const needs = (refs: readonly Ref[]): Need[] =>
    refs.flatMap((ref) => {
      const to = open.get(keyOf(ref))
      return to ? [{ from, to }] : []
    })
  const isShown = [...states.values()].some(({ unit, isPublic }) => unit !== 'shared' && isPublic)
  // What is shown already goes on without a picture that was taken down.
  const holding = isShown ? shown.filter((ref) => !isPicture(ref)) : shown
  const lost = isShown ? written.filter((ref) => isPicture(ref) && isNamed(shown, ref)) : []
  return {
    // Shared facts without any language are not shown to anybody.
    of: (unit) =>
      unit === 'shared' ? needs(isShown ? written : []) : needs([...holding, ...(words.get(unit) ?? [])]),
    lost: needs(lost).map(({ to }) => to),
  }
}

const isPicture = ({ collection }: Ref): boolean => collection === 'media'
const isNamed = (refs: readonly Ref[], ref: Ref): boolean => refs.some((one) => keyOf(one) === keyOf(ref))

const titleIn = ({ adminTitle }: Draft): string => (typeof adminTitle === 'string' ? adminTitle : '')

const pointedTo = (collection: Publishable, content: unknown): Ref[] =>
  content ? refsOf(collection, content) : []

/** Those that the world does not know, by key. It knows what has shared facts and a language. */
async function notPublic(client: ClientBase, refs: readonly Ref[]): Promise<ReadonlyMap<string, Titled>> {
  if (refs.length === 0) return new Map()
  const { rows } = await client.query<Titled>(
    `select w.collection, w.id, coalesce(t.title, '') as title
       from unnest($1::uuid[], $2::text[]) as w (id, collection)
       left join (${everyTitle}) t on t.collection = w.collection and t.id = w.id
      where not exists (select from published.current_units c
                         where c.collection = w.collection and c.document_id = w.id and c.unit = 'shared')
         or not exists (select from published.current_units c
                         where c.collection = w.collection and c.document_id = w.id and c.unit <> 'shared')`,
    [refs.map(({ id }) => id), refs.map(({ collection }) => collection)],
  )
  return new Map(rows.map((row) => [keyOf(row), row]))
}

const kinds = {
  prizes: 'the prize',
  editions: 'the year',
  laureates: 'the laureate',
  citations: 'the award entry',
  biographies: 'the biography',
  'press-releases': 'the press release',
  'press-contacts': 'the press contact',
  media: 'the picture',
} as const satisfies Record<Publishable, string>

/** The first of them in words, each once. */
export function sayNeeds(needs: readonly Need[]): Sentence {
  const byEnglish = new Map(needs.map(sayNeed).map((said) => [inLanguage(said, 'en'), said]))
  return joined([...byEnglish.values()].slice(0, 5))
}

/** The same for who takes something down, with the ways out. The screen takes down one document at a time. */
export function sayStillNeeded(needs: readonly Need[]): Sentence {
  const [first] = needs
  const out = (to: Need['to']): Sentence =>
    say(
      'Remove or replace {to} there, have the change approved and publish it, or first take down what needs it.',
      {
        to: say(kinds[to.collection]),
      },
    )
  return joined([sayNeeds(needs), ...(first ? [out(first.to)] : [])])
}

/** What readers no longer see, for who may put something else there. */
export const sayLost = (picture: Titled): Sentence =>
  say(
    'Readers see this without the picture {name}, which is not public any more. Remove or replace it here, and publish that.',
    { name: nameOf(picture) },
  )

/** A document as a sentence begins with it. */
export const inTitle = (document: Titled): { Kind: Sentence; name: Part } => ({
  Kind: capitalised(say(kinds[document.collection])),
  name: nameOf(document),
})

/** A document in the middle of a sentence; one that was deleted has no title. */
export const sayDocument = (document: Titled): Sentence =>
  document.title === ''
    ? say('another document')
    : joined([say(kinds[document.collection]), nameOf(document)])

const sayNeed = ({ from, to }: Need): Sentence =>
  say('{From} {fromName} needs {to} {toName} to be public.', {
    From: inTitle(from).Kind,
    fromName: nameOf(from),
    to: say(kinds[to.collection]),
    toName: nameOf(to),
  })

const nameOf = ({ title }: Titled): Part => (title ? say('“{title}”', { title }) : '')
