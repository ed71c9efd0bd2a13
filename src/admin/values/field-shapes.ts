import type { FlattenedField } from 'payload'
import type { FieldKind, FieldShape } from '@/difference'
import { inLanguage, screenLanguage } from '@/lib/sentence'
import { fieldName, isLocalized, isOfUnits } from '@/units'
import { screenWords } from '../words'

/** A field as the difference needs it, and how its values are said in words, which `readValues` does. */
export type DeskShape = FieldShape & {
  /** Of a choice: the words of its options. */
  options?: Readonly<Record<string, string>>
  /** Of a code or a date: its standard, such as `country` or `edtf`. */
  code?: string
  /** Of a relation: the collection that it points to. */
  to?: string
  fields?: readonly DeskShape[]
}

type Model = { flattenedFields: readonly FlattenedField[] }

/**
 * The fields of a collection in the order of its form, as its screens call them in `language`: those that all languages
 * share and those that each has of its own. What no unit holds (hidden, derived, internal) is left out.
 */
export function fieldShapes(
  collection: Model,
  language: string,
): Record<'shared' | 'localized', DeskShape[]> {
  const read = leaves(collection.flattenedFields, { language, path: [], labels: [] })
  // The framework adds the file last and shows it first.
  const all = [...read.filter(isPicture), ...read.filter((leaf) => !isPicture(leaf))]
  const of = (wanted: boolean) =>
    all.filter(({ field }) => isLocalized(field) === wanted).map(({ shape }) => shape)
  return { shared: of(false), localized: of(true) }
}

type Place = { language: string; path: readonly string[]; labels: readonly string[] }
type Leaf = { field: FlattenedField; shape: DeskShape }
const isPicture = ({ shape }: Leaf): boolean => shape.kind === 'picture'

const leaves = (fields: readonly FlattenedField[], place: Place): Leaf[] =>
  fields.filter(isOfUnits).flatMap((field) => {
    const here = {
      language: place.language,
      path: [...place.path, field.name],
      labels: [...place.labels, labelOf(field, place.language)],
    }
    if (field.type === 'group') return leaves(field.flattenedFields, here)
    const kind = kindOf(field)
    return kind ? [{ field, shape: { ...shapeOf(field, here), kind } }] : []
  })

const shapeOf = (field: FlattenedField, { path, labels, language }: Place): Omit<DeskShape, 'kind'> => ({
  path: path.join('.'),
  label: labels.join(' › '),
  ...optionsOf(field, language),
  ...codeOf(field),
  ...('relationTo' in field && typeof field.relationTo === 'string' ? { to: field.relationTo } : {}),
  ...(field.type === 'array'
    ? { fields: leaves(field.flattenedFields, { language, path: [], labels: [] }).map(({ shape }) => shape) }
    : {}),
})

const kinds: Partial<Record<FlattenedField['type'], FieldKind>> = {
  text: 'text',
  email: 'text',
  code: 'lines',
  textarea: 'lines',
  richText: 'rich',
  date: 'date',
  select: 'choice',
  radio: 'choice',
  relationship: 'relation',
  upload: 'relation',
  array: 'list',
  number: 'number',
  checkbox: 'check',
}

const kindsOfCodes: Record<string, FieldKind> = {
  country: 'choice',
  language: 'choice',
  locale: 'choice',
  zone: 'choice',
  currency: 'choice',
  edtf: 'date',
  day: 'date',
}

function codeOf(field: FlattenedField): { code?: string } {
  if (field.type === 'date') return { code: 'instant' }
  if (field.name === 'focalX' || field.name === 'focalY') return { code: field.name }
  const kind: unknown = field.custom?.['kind']
  return typeof kind === 'string' && kind in kindsOfCodes ? { code: kind } : {}
}

const kindOf = (field: FlattenedField): FieldKind | undefined =>
  field.name === 'filename' ? 'picture' : (kindsOfCodes[codeOf(field).code ?? ''] ?? kinds[field.type])

function optionsOf(field: FlattenedField, language: string): { options?: Record<string, string> } {
  if (field.type !== 'select' && field.type !== 'radio') return {}
  const said = field.options.map((option): [string, string] =>
    typeof option === 'string'
      ? [option, option]
      : [option.value, inWords(option.label, language) ?? option.value],
  )
  return { options: Object.fromEntries(said) }
}

// The framework's own fields of a picture have no words of ours.
function labelOf(field: FlattenedField, language: string): string {
  const { file, focalX, focalY } = screenWords(language).difference
  const own = { filename: file, focalX, focalY }[field.name]
  if (own !== undefined) return own
  return inLanguage(fieldName(field), screenLanguage(language))
}

function inWords(label: unknown, language: string): string | undefined {
  if (typeof label === 'string') return label
  const words = typeof label === 'object' && label !== null ? (label as Record<string, string>) : {}
  return words[language] ?? words['en']
}
