import {
  ValidationError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
} from 'payload'
import { textProblem } from '@/formats'
import { inLanguage, screenLanguage, type Sentence } from '@/lib/sentence'
import {
  decodePicture,
  inspectPicture,
  keepFormer,
  pictureStore,
  placeOf,
  randomName,
  type Focus,
  type MadeRendition,
  type Rendition,
  type ToldFacts,
} from '@/media'

// What happens to an uploaded picture before anything of it is stored: only what our own process has decoded and
// written anew is kept. The file as it was sent, with the place and the device it was taken with, is not.

type Row = Record<string, unknown>
type Write = { id?: unknown; data: Row }

/** beforeOperation, behind the gate: an upload becomes an original and its renditions; a new focal point, new squares. */
export const receivePicture: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'updateByID') return args
  // The adapter of a bucket remembers the first file of a request, and would put it in the place of each that follows.
  delete req.context['_payloadCloudStorage']
  const write = args as Write
  const stored = typeof write.id === 'string' ? await readStored(req, write.id) : {}
  const focus = focusOf({ ...stored, ...write.data })
  if (req.file)
    return {
      ...args,
      data: {
        ...write.data,
        ...(await received(req, { focus, stored, write, fields: collection.flattenedFields })),
      },
    }
  // With these the framework would fetch the stored file and write it anew. Squares are made here, and nothing else changes.
  const { uploadEdits: _edits, ...query } = req.query
  req.query = query
  const renditions = await refocused(stored, focus)
  return renditions ? { ...args, data: { ...write.data, renditions } } : args
}

// A system read: whoever may write this document was asked by the gate.
async function readStored(req: PayloadRequest, id: string): Promise<Row> {
  const found = await req.payload.findByID({
    collection: 'media',
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return { ...found }
}

const percent = (value: unknown): number => {
  const number = Number(value ?? 50)
  return Number.isFinite(number) ? Math.min(100, Math.max(0, number)) : 50
}

// What is no percentage is refused later, like every other wrong value.
const focusOf = (row: Row): Focus => ({ x: percent(row['focalX']), y: percent(row['focalY']) })

type Receiving = { focus: Focus; stored: Row; write: Write; fields: readonly FlattenedField[] }

/** Puts the original in place of the file that was sent, and returns what the document says of it. */
async function received(req: PayloadRequest, { focus, stored, write, fields }: Receiving): Promise<Row> {
  const { file } = req
  if (!file) return {}
  const inspected = inspectPicture(file.data)
  if ('trouble' in inspected) throw inWords(req, inspected.trouble)
  const decoded = await decodePicture(file.data, { work: 'whole', focus })
  if ('trouble' in decoded) throw inWords(req, decoded.trouble)
  const named = decoded.made.map((made) => ({ ...made, name: randomName() }))
  const original = named.find(({ use }) => use === 'original')
  if (!original) throw new Error('A picture was decoded without an original.')
  await keep(named.filter((each) => each !== original))
  await keepReplaced(stored)
  // With a file, the framework takes the focal point from here; it would read 0 in the document as none.
  const { focalX = 50, focalY = 50 } = { ...stored, ...write.data }
  req.query = { ...req.query, uploadEdits: { focalPoint: { x: focalX, y: focalY } } }
  req.context['sentName'] = nameForPeople(file.name)
  req.file = {
    name: placeOf(original),
    data: original.data,
    mimetype: original.type,
    size: original.data.length,
  }
  const kept = typeof write.id === 'string' ? withoutFormerFacts(write.data, fields) : write.data
  const facts = told(decoded.told, { ...stored, ...kept })
  return { ...kept, ...facts, renditions: named.map(withoutData) }
}

// It may be public, and gets other credits when a language of it is published or taken down.
async function keepReplaced(stored: Row): Promise<void> {
  const former = ((stored['renditions'] ?? []) as Rendition[]).find(({ use }) => use === 'original')
  if (former) await keepFormer(await pictureStore(), former)
}

const nameForPeople = (name: string): string | null => {
  const shown = name.normalize('NFC').slice(0, 200)
  return textProblem(shown) === undefined ? shown : null
}

const withoutData = ({ data: _data, ...rendition }: MadeRendition & { name: string }): Rendition => rendition

async function keep(renditions: readonly (MadeRendition & { name: string })[]): Promise<void> {
  const store = await pictureStore()
  await Promise.all(renditions.map((each) => store.write(placeOf(each), each.data, each.type)))
}

const longest: Record<keyof ToldFacts, number> = {
  credit: 500,
  creator: 500,
  copyrightNotice: 500,
  source: 500,
  usageTerms: 20_000,
  caption: 20_000,
  taken: 10,
}

/**
 * A new file does not take over what was said of the one before: a wrong credit is worse than none. What is sent with it is
 * said of it, also in the same words.
 */
const withoutFormerFacts = (data: Row, fields: readonly FlattenedField[]): Row => ({
  ...Object.fromEntries(fields.filter(isOfFile).map(({ name }) => [name, null])),
  ...withoutUndefined(data),
})

const isOfFile = ({ custom }: FlattenedField): boolean => custom?.['ofFile'] === true

const withoutUndefined = (data: Row): Row =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))

/** What the file says where the form says nothing. */
function told(facts: ToldFacts, row: Row): Row {
  const isEmpty = (name: string) => (row[name] ?? '') === ''
  return Object.fromEntries(
    Object.entries(facts)
      .map(
        ([name, text]) => [name, text.normalize('NFC').slice(0, longest[name as keyof ToldFacts])] as const,
      )
      .filter(([name, text]) => isEmpty(name) && textProblem(text) === undefined),
  )
}

async function refocused(stored: Row, focus: Focus): Promise<Rendition[] | undefined> {
  const renditions = (stored['renditions'] ?? []) as Rendition[]
  const original = renditions.find(({ use }) => use === 'original')
  const isSame = percent(stored['focalX']) === focus.x && percent(stored['focalY']) === focus.y
  if (!original || isSame) return undefined
  const store = await pictureStore()
  const decoded = await decodePicture(await store.read(placeOf(original)), { work: 'square', focus })
  if ('trouble' in decoded) throw new Error('The stored original of a picture cannot be read.')
  const named = decoded.made.map((made) => ({ ...made, name: randomName() }))
  await keep(named)
  return [...renditions.filter(({ use }) => use !== 'square'), ...named.map(withoutData)]
}

function inWords(req: PayloadRequest, trouble: Sentence): ValidationError {
  const message = inLanguage(trouble, screenLanguage(req.i18n.language))
  const invalid = new ValidationError({ collection: 'media', errors: [{ path: 'file', message }] })
  // Logs read English. Its class has another name in the built application.
  invalid.message = `Invalid: file. ${inLanguage(trouble, 'en')}`
  invalid.name = 'ValidationError'
  return invalid
}

/** afterDelete: the renditions go with their document; Payload removes the original. */
export const removeRenditions: CollectionAfterDeleteHook = async ({ doc }) => {
  const renditions = ((doc as Row)['renditions'] ?? []) as Rendition[]
  const store = await pictureStore()
  await Promise.all(renditions.map((each) => store.remove(placeOf(each))))
}
