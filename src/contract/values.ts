import { z } from 'zod'
import { isCountry, isEdtf, isLanguage } from '@/formats'
import { localeCodes } from '@/lib/locales'

// Values that every resource is made of.

export const localeSchema = z
  .enum(localeCodes as [string, ...string[]])
  .meta({ id: 'Locale', description: 'A language of the foundation, BCP-47.' })

const localized = {
  locale: localeSchema.describe('The language that the value is written in.'),
  isFallback: z
    .boolean()
    .describe('True when the value stands in for one that is not public in the asked language.'),
}

export const textSchema = z
  .strictObject({ text: z.string(), ...localized })
  .meta({ id: 'Text', description: 'A text with its language.' })
export type Text = z.infer<typeof textSchema>

const runSchema = z
  .strictObject({
    text: z.string(),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    sub: z.literal(true).optional(),
    sup: z.literal(true).optional(),
    href: z.string().optional(),
  })
  .meta({ id: 'Run', description: 'A piece of text with one set of marks.' })

const blockSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['paragraph', 'quote']), runs: z.array(runSchema) }),
    z.strictObject({
      type: z.literal('heading'),
      level: z.union([z.literal(2), z.literal(3)]),
      anchor: z.string(),
      runs: z.array(runSchema),
    }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(runSchema)) }),
    z.strictObject({ type: z.literal('quotation'), text: z.string(), speaker: z.string().nullable() }),
    z.strictObject({
      type: z.literal('boilerplate'),
      prize: z.string().describe('The slug of the prize.'),
      ...textSchema.shape,
    }),
  ])
  .meta({ id: 'Block', description: 'One block of a rich text.' })

export const richSchema = z
  .strictObject({
    html: z.string(),
    text: z.string(),
    blocks: z.array(blockSchema),
    sections: z.array(z.strictObject({ anchor: z.string(), heading: z.string() })),
    ...localized,
  })
  .meta({ id: 'RichText', description: 'A rich text as HTML, plain text and blocks, with its sections.' })
export type Rich = z.infer<typeof richSchema>

export const edtfSchema = z
  .string()
  .refine(isEdtf)
  .meta({
    id: 'EdtfDate',
    description: 'A date with its precision, EDTF (ISO 8601-2:2019).',
    examples: ['1962-09-25', '1943', '198X'],
  })

export const countrySchema = z
  .strictObject({ code: z.string().refine(isCountry).describe('ISO 3166-1 alpha-2.'), name: z.string() })
  .meta({ id: 'Country', description: 'A country and its name in the language of the answer.' })

export const languageTagSchema = z
  .string()
  .refine(isLanguage)
  .meta({ id: 'LanguageTag', description: 'A language, BCP-47.' })

const slug = z.string().min(1)
export const prizeRefSchema = z.strictObject({ slug, name: textSchema.nullable() }).meta({ id: 'PrizeRef' })
export const laureateRefSchema = z
  .strictObject({ id: z.uuid(), slug, kind: z.enum(['person', 'organisation']), name: textSchema.nullable() })
  .meta({ id: 'LaureateRef' })
export const citationRefSchema = z
  .strictObject({ id: z.uuid(), slug, title: textSchema.nullable(), year: z.int(), prize: prizeRefSchema })
  .meta({ id: 'CitationRef' })

export const releaseRefSchema = z
  .strictObject({ id: z.uuid(), slug, title: textSchema.nullable() })
  .meta({ id: 'PressReleaseRef' })

/** What each resource says of itself besides its content. */
export const common = {
  id: z.uuid(),
  slug,
  locale: localeSchema.describe('The language of this answer.'),
  availableLocales: z.array(localeSchema).describe('The languages that are public.'),
  translation: z
    .strictObject({ of: localeSchema, state: z.enum(['current', 'source-changed']), asOf: z.iso.datetime() })
    .meta({ id: 'Translation' })
    .nullable()
    .describe('For a translation: whether it follows the current source. Null in the source language.'),
  updatedAt: z.iso
    .datetime()
    .describe(
      'The last public change of this resource itself; what it names of others may have changed later.',
    ),
}
