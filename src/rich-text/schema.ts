import { z } from 'zod'
import { sayTextProblem, textProblem } from '@/formats'
import type { Sentence } from '@/lib/sentence'
import { say } from './say'

// The allow-list of stored rich text (Lexical JSON as Payload 3.90 writes it): node types, attributes and
// URL schemes. Everything else is refused at every door, so converters are total.

const elementBase = {
  version: z.number().int(),
  direction: z.enum(['ltr', 'rtl']).nullable().optional(),
  format: z
    .union([z.enum(['', 'left', 'start', 'center', 'right', 'end', 'justify']), z.literal(0)])
    .optional(),
  indent: z.number().int().min(0).max(8).optional(),
  textFormat: z.number().int().optional(),
  textStyle: z.literal('').optional(),
}

const plainText = z
  .string()
  .max(200_000)
  .superRefine((value, context) => {
    const said = sayTextProblem(value)
    if (said) context.addIssue({ code: 'custom', message: `the text ${said.en}`, params: { said } })
  })

// Lexical's bit mask: 1 bold, 2 italic, 32 subscript, 64 superscript. Nothing else is offered or kept.
const allowedFormats = 1 | 2 | 32 | 64

const text = z.strictObject({
  type: z.literal('text'),
  text: plainText,
  format: z
    .number()
    .int()
    .refine((bits) => (bits & ~allowedFormats) === 0, {
      params: { said: say('has a format that is not offered') },
    }),
  detail: z.number().int().optional(),
  mode: z.enum(['normal', 'token', 'segmented']).optional(),
  style: z.literal('').optional(),
  version: z.number().int(),
})

const linebreak = z.strictObject({ type: z.literal('linebreak'), version: z.number().int() })

/** http, https and mailto only; no credentials inside, no control characters. */
function isSafeUrl(value: string): boolean {
  if (value.length > 2048 || textProblem(value) !== undefined || !/^(https?:\/\/|mailto:)/i.test(value))
    return false
  try {
    const url = new URL(value)
    return url.username === '' && url.password === ''
  } catch {
    return false
  }
}

const linkFields = z.strictObject({
  linkType: z.literal('custom'),
  url: z
    .string()
    .refine(isSafeUrl, { params: { said: say('must be a full http, https or mailto address') } }),
  newTab: z.boolean().nullable().optional(),
})

const link = z.strictObject({
  ...elementBase,
  type: z.enum(['link', 'autolink']),
  id: z.string().max(64).optional(),
  fields: linkFields,
  children: z.array(z.discriminatedUnion('type', [text, linebreak])).max(500),
})

const inline = z.discriminatedUnion('type', [text, linebreak, link])
const inlines = z.array(inline).max(2000)

const paragraph = z.strictObject({ ...elementBase, type: z.literal('paragraph'), children: inlines })
const heading = z.strictObject({
  ...elementBase,
  type: z.literal('heading'),
  tag: z.enum(['h2', 'h3']),
  children: inlines,
})
const quote = z.strictObject({ ...elementBase, type: z.literal('quote'), children: inlines })

const listItem = z.strictObject({
  ...elementBase,
  type: z.literal('listitem'),
  value: z.number().int().optional(),
  checked: z.boolean().optional(),
  children: inlines,
})
const list = z.strictObject({
  ...elementBase,
  type: z.literal('list'),
  listType: z.enum(['bullet', 'number']),
  tag: z.enum(['ul', 'ol']),
  start: z.number().int().optional(),
  children: z.array(listItem).max(1000),
})

const quoteBlock = z.strictObject({
  id: z.string().max(64).optional(),
  blockName: z.literal('').nullable().optional(),
  blockType: z.literal('quotation'),
  text: plainText,
  speaker: plainText.nullable().optional(),
})
const boilerplateBlock = z.strictObject({
  id: z.string().max(64).optional(),
  blockName: z.literal('').nullable().optional(),
  blockType: z.literal('boilerplate'),
  prize: z.uuid(),
})
const block = z.strictObject({
  ...elementBase,
  type: z.literal('block'),
  fields: z.discriminatedUnion('blockType', [quoteBlock, boilerplateBlock]),
})

const topLevel = z.discriminatedUnion('type', [paragraph, heading, quote, list, block])

export const richTextSchema = z.strictObject({
  root: z.strictObject({ ...elementBase, type: z.literal('root'), children: z.array(topLevel).max(5000) }),
})

export type RichText = z.infer<typeof richTextSchema>
export type TopLevelNode = z.infer<typeof topLevel>
export type InlineNode = z.infer<typeof inline>

const largest = 2_000_000

/** The first reason why `value` is not rich text that we store, naming the place ("paragraph 3"); undefined when it is. */
export function richTextProblem(value: unknown): Sentence | undefined {
  if (JSON.stringify(value).length > largest) return say('is larger than 2 MB. Split the text.')
  const parsed = richTextSchema.safeParse(value)
  if (parsed.success) return undefined
  const [issue] = parsed.error.issues
  if (!issue) return say('is not rich text')
  return say('{place}: {reason}', { place: place(issue.path), reason: reasonOf(issue) })
}

// What the editor cannot produce is met by programs only: the library's own English words stay.
const reasonOf = (issue: z.core.$ZodIssue): Sentence | string =>
  issue.code === 'custom' && issue.params ? (issue.params['said'] as Sentence) : issue.message

function place(path: readonly PropertyKey[]): Sentence {
  const index = path.findIndex((part) => typeof part === 'number')
  if (index < 0) return say('The text')
  return say('Paragraph {number} ({path})', {
    number: Number(path[index]) + 1,
    path: path.slice(index + 1).join('.'),
  })
}
