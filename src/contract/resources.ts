import { z } from 'zod'
import {
  citationRefSchema,
  common,
  countrySchema,
  edtfSchema,
  languageTagSchema,
  laureateRefSchema,
  prizeRefSchema,
  releaseRefSchema,
  richSchema,
  textSchema,
} from './values'

// The public shape of each resource. `publishing` fills it, `delivery` sends it, OpenAPI describes it.

const text = textSchema.nullable()
const date = edtfSchema.nullable()
const country = countrySchema.nullable()

const lifeEvent = z
  .strictObject({ date, place: text, countryThen: text, countryNow: country })
  .meta({ id: 'LifeEvent', description: 'A birth or a death.' })
  .nullable()

const laureateSchema = z
  .strictObject({
    ...common,
    kind: z.enum(['person', 'organisation']),
    portrait: z.uuid().nullable().describe('The picture of the laureate; ask with include=media.'),
    name: text.describe('The name by which the laureate is known.'),
    fullName: text,
    givenName: text,
    familyName: text,
    nativeName: z.strictObject({ value: z.string(), lang: languageTagSchema.nullable() }).nullable(),
    variants: z.array(
      z.strictObject({
        value: z.string(),
        lang: languageTagSchema.nullable(),
        system: z.string().nullable(),
      }),
    ),
    birth: lifeEvent,
    death: lifeEvent,
    education: text,
    founded: date,
    dissolved: date,
    basedIn: text,
    headquarters: z.strictObject({ city: text, country }).nullable(),
    sameAs: z.strictObject({
      wikidata: z.string().nullable(),
      wikipedia: z.string().nullable(),
      viaf: z.string().nullable(),
      isni: z.string().nullable(),
      orcid: z.string().nullable(),
      ror: z.string().nullable(),
      url: z.string().nullable(),
    }),
    citations: z.array(citationRefSchema).describe('Every public award entry, oldest first.'),
  })
  .meta({ id: 'Laureate', description: 'A person or an organisation that holds an award.' })

const pressContactSchema = z
  .strictObject({
    ...common,
    name: z.string(),
    label: text,
    desk: z.enum(['media', 'multimedia', 'office']),
    languages: z.array(languageTagSchema),
    international: z.boolean(),
    phone: z.strictObject({ written: z.string(), e164: z.string().nullable() }).nullable(),
    email: z.string().nullable(),
    validFrom: date,
    validTo: date,
  })
  .meta({ id: 'PressContact', description: 'A person whom journalists may call.' })

const citationSchema = z
  .strictObject({
    ...common,
    title: text,
    motivation: text.describe('Why the award was given; without a leading ellipsis.'),
    year: z.int(),
    prize: prizeRefSchema,
    awardType: z.enum(['prize', 'honorary']),
    status: z.enum(['received', 'declined', 'prevented', 'posthumous']),
    portion: z.strictObject({ num: z.int(), den: z.int() }).nullable(),
    countries: z.array(countrySchema),
    themes: z.array(z.string()),
    laureates: z.array(laureateRefSchema).describe('In the order of the award.'),
    biography: z.strictObject({ slug: z.string() }).nullable(),
    media: z.array(z.uuid()).describe('Portraits of the laureates; ask with include=media.'),
    contacts: z.array(z.uuid()).describe('Press contacts for this award entry; ask with include=contacts.'),
  })
  .meta({
    id: 'Citation',
    description: 'An award entry: one citation, given in one year to one or more laureates.',
  })

const editionSchema = z
  .strictObject({
    ...common,
    year: z.int(),
    prize: prizeRefSchema,
    status: z.enum(['planned', 'announced', 'not-awarded']),
    note: text.describe('Why no prize was given.'),
    announceAt: z.iso.datetime().nullable(),
    announceZone: z.string().nullable(),
    ceremony: z.strictObject({ date, place: text }).nullable(),
    amount: z.strictObject({ value: z.number(), currency: z.string() }).nullable(),
    citations: z.array(
      z.strictObject({ ...citationRefSchema.shape, motivation: text, laureates: z.array(laureateRefSchema) }),
    ),
    contacts: z.array(z.uuid()).describe('Press contacts of the year; ask with include=contacts.'),
  })
  .meta({ id: 'Edition', description: 'One prize in one year.' })

const biographySchema = z
  .strictObject({
    ...common,
    citation: citationRefSchema,
    short: richSchema.nullable(),
    long: richSchema.nullable(),
    asOf: date,
    sources: z.string().nullable(),
  })
  .meta({ id: 'Biography', description: 'The short and the long biography of one award entry.' })

const { name, label, desk, languages, international, phone, email } = pressContactSchema.shape

const pressReleaseSchema = z
  .strictObject({
    ...common,
    type: z.enum(['announcement', 'ceremony', 'statement', 'correction']),
    title: text,
    summary: text,
    dateline: text,
    body: richSchema.nullable(),
    publishedAt: z.iso.datetime().describe('When it became public for the first time.'),
    year: z.int(),
    prize: prizeRefSchema,
    citations: z.array(citationRefSchema).describe('The award entries that it is about.'),
    attachments: z.array(z.uuid()).describe('Pictures that go with it; ask with include=media.'),
    corrects: releaseRefSchema.nullable().describe('The press release that this one corrects.'),
    correctedBy: z.array(releaseRefSchema).describe('Corrections of this one, oldest first.'),
    contacts: z
      .array(
        z
          .strictObject({ id: z.uuid(), name, label, desk, languages, international, phone, email })
          .meta({ id: 'PressContactRef' }),
      )
      .describe('Whom journalists call about it.'),
  })
  .meta({ id: 'PressRelease', description: 'A press release of one year.' })

const renditionSchema = z
  .strictObject({
    use: z
      .enum(['original', 'fit', 'square'])
      .describe(
        '`fit` is the whole picture, `square` is cut around its focal point, `original` is for print.',
      ),
    width: z.int(),
    height: z.int(),
    type: z.enum(['image/avif', 'image/webp', 'image/jpeg', 'image/png']),
    href: z
      .string()
      .describe('The address of the file, without the host. It stays while the picture is public.'),
    bytes: z.int(),
    sha256: z.string().describe('Of the bytes, lower-case hex. It changes when the credit does.'),
  })
  .meta({
    id: 'Rendition',
    description: 'A picture in one size and format; its credit is written in it (XMP).',
  })

const mediaSchema = z
  .strictObject({
    ...common,
    alt: text.describe('What the picture shows, for those who do not see it.'),
    caption: text,
    credit: z.string().describe('The line that must stand beside the picture.'),
    creator: z.string().nullable(),
    copyrightNotice: z.string().nullable(),
    usageTerms: text,
    freeEditorialUseUntil: z.iso.date().nullable().describe('The last day.'),
    taken: date,
    focalPoint: z
      .strictObject({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) })
      .describe('Where the eye goes, in percent from the left and from the top.'),
    renditions: z.array(renditionSchema).describe('The original, then the largest first.'),
  })
  .meta({ id: 'Media', description: 'A picture with its credit and terms.' })

/** The resource table: routes, OpenAPI and projections follow from it. */
export const resources = {
  laureates: laureateSchema,
  citations: citationSchema,
  editions: editionSchema,
  biographies: biographySchema,
  'press-releases': pressReleaseSchema,
  'press-contacts': pressContactSchema,
  media: mediaSchema,
} as const

export type ResourceName = keyof typeof resources
export type Resource<Name extends ResourceName = ResourceName> = z.infer<(typeof resources)[Name]>
export const resourceNames = Object.keys(resources) as ResourceName[]

/** What has a page of its own on the website of the foundation: {website}/{locale}/{resource}/{slug}. */
export const pageResources = [
  'laureates',
  'citations',
  'press-releases',
] as const satisfies readonly ResourceName[]

/** How a reader wants values that are not public in the asked language: absent, or in the next language of the chain. */
export const fallbackModes = ['none', 'declared'] as const
export type FallbackMode = (typeof fallbackModes)[number]
