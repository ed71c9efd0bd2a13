import type { CollectionConfig, Field } from 'payload'
import { contentCollections, type ContentCollection } from '@/access'
import { previewEndpoint } from '@/preview'
import { isPublishable } from '@/publishing'
import { compareEndpoint } from '../conflict/compare-endpoint'
import { attachControls } from './controls'
import { collectionWords, screenWords, type CollectionWords, type Language, type Said } from '../words'

// The words of the screens and the controls that go with them are laid over the collections here, so that
// the collections say only what is stored.

const isContent = (slug: string): slug is ContentCollection =>
  (contentCollections as readonly string[]).includes(slug)

type Node = Record<string, unknown> & {
  name?: string
  type: string
  fields?: Node[]
  admin?: Record<string, unknown>
  /** Of a rich text: what may stand in it besides text, and how its editor is made. */
  custom?: { blocks?: Piece[]; editorOf?: (blocks: Piece[]) => unknown }
}
type Piece = { slug: string; fields: Node[] }

const inEach = (say: (language: Language) => string): Said => ({
  en: say('en'),
  sv: say('sv'),
  de: say('de'),
})

/** The collections with labels, groups, help and controls for every field, in the languages of the screens. */
export const describe = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map(describeCollection)

function describeCollection(collection: CollectionConfig): CollectionConfig {
  const { slug, admin } = collection
  const words = (language: Language): CollectionWords | undefined => collectionWords[language][slug]
  if (!words('en')) return collection
  return attachControls(
    {
      ...collection,
      labels: {
        singular: inEach((l) => words(l)?.one ?? slug),
        plural: inEach((l) => words(l)?.many ?? slug),
      },
      admin: {
        ...admin,
        group: inEach((l) => screenWords(l).groups[words('en')?.group ?? 'foundation']),
        description: inEach((l) => words(l)?.about ?? ''),
      },
      fields: collection.fields.map(
        (field) => describeField(field as unknown as Node, slug, []) as unknown as Field,
      ),
      ...(isContent(slug)
        ? { endpoints: [compareEndpoint(slug), previewEndpoint(slug), ...(collection.endpoints || [])] }
        : {}),
    },
    isPublishable(slug),
  )
}

function describeField(field: Node, slug: string, parents: readonly string[]): Node {
  const path = field.name === undefined ? parents : [...parents, field.name]
  const inner = field.fields ? { fields: field.fields.map((one) => describeField(one, slug, path)) } : {}
  if (field.name === undefined) return { ...field, ...inner }
  const key = path.join('.')
  const part = (index: 0 | 1): Said => inEach((l) => wordsOf(l, slug, key)[index])
  return {
    ...field,
    ...inner,
    ...(field['options'] ? { options: optionsOf(field['options'] as Choice[], slug, key) } : {}),
    ...(field.type === 'array' ? { labels: { singular: rowLabel(slug, key), plural: part(0) } } : {}),
    ...describeBlocks(field, slug, path),
    label: part(0),
    admin: { ...field.admin, description: part(1) },
  }
}

function describeBlocks({ custom }: Node, slug: string, path: readonly string[]): object {
  if (!custom?.blocks || !custom.editorOf) return {}
  const blocks = custom.blocks.map((block) => {
    const inside = [...path, block.slug]
    const name = inEach((l) => wordsOf(l, slug, inside.join('.'))[0])
    const fields = block.fields.map((field) => describeField(field, slug, inside))
    return { ...block, fields, labels: { singular: name, plural: name }, admin: { disableBlockName: true } }
  })
  return { editor: custom.editorOf(blocks) }
}

function wordsOf(language: Language, slug: string, key: string): [label: string, help: string] {
  const [label = key, help = ''] = (collectionWords[language][slug]?.fields[key] ?? key).split(' | ')
  return [label, help]
}

// A row is called by its first value: “Other spellings” are added one “Spelling” at a time.
const rowLabel = (slug: string, key: string): Said => inEach((l) => wordsOf(l, slug, `${key}.value`)[0])

type Choice = string | { value: string }

function optionsOf(options: readonly Choice[], slug: string, key: string) {
  return options.map((option) => {
    const value = typeof option === 'string' ? option : option.value
    return { value, label: inEach((l) => collectionWords[l][slug]?.options?.[`${key}=${value}`] ?? value) }
  })
}
