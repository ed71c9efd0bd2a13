import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block, Field } from 'payload'
import { richTextProblem } from '@/rich-text'
import { say, toReader } from './say'

// Texts in a language. Only leaves are localized: never a group, never an array.

type Options = { required?: boolean; maxLength?: number; admin?: { components?: Record<string, unknown> } }

/** One line of text in each language. */
export const line = (name: string, options: Options = {}): Field => ({
  name,
  type: 'text',
  localized: true,
  maxLength: 500,
  ...options,
})

/** Several lines of plain text in each language. */
export const lines = (name: string, options: Options = {}): Field => ({
  name,
  type: 'textarea',
  localized: true,
  maxLength: 20_000,
  ...options,
})

const features = (blocks: Block[]) => [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
  BoldFeature(),
  ItalicFeature(),
  SubscriptFeature(),
  SuperscriptFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({ enabledCollections: [], disableAutoLinks: true }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
  ...(blocks.length > 0 ? [BlocksFeature({ blocks })] : []),
]

// In place of the framework's own.
const { en, sv, de } = say('Write or paste here; “/” shows what else can stand in a text.')
const emptyText = { en, sv, de }

// The words of the screens are laid over blocks before the editor is made of them, see `describe` in `@/admin`.
const editorOf = (blocks: Block[]) =>
  lexicalEditor({ features: features(blocks), admin: { placeholder: emptyText } })

const editorWith = (blocks: Block[]) => ({
  editor: editorOf(blocks),
  ...(blocks.length > 0 ? { custom: { blocks, editorOf } } : {}),
})

/** Rich text in each language, checked against the allow-list of `@/rich-text` beyond the editor's own checks. */
export const prose = (
  name: string,
  { blocks = [], ...options }: Options & { blocks?: Block[] } = {},
): Field => ({
  name,
  type: 'richText',
  localized: true,
  ...options,
  ...editorWith(blocks),
  validate: (value: unknown, { req }) => {
    if (value === null || value === undefined)
      return options.required ? toReader(req, say('Please fill this in.')) : true
    const problem = richTextProblem(value)
    return problem ? toReader(req, problem) : true
  },
})
