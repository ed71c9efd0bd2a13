import { z } from 'zod'
import { languageTagSchema, localeSchema } from './values'

// The newest press releases of one language, for feed readers and newsrooms.

/** Press releases in a feed, at most. */
export const feedLength = 50

const author = z.strictObject({ name: z.string(), url: z.url().optional() })
const urn = z.string().describe('urn:uuid: and a UUID; another in each language, the same for ever.')

const jsonFeedSchema = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.url().optional(),
    feed_url: z.url(),
    language: localeSchema,
    authors: z.array(author),
    items: z
      .array(
        z.strictObject({
          id: urn,
          url: z.url().describe('The page on the website; in this API where the website is not known.'),
          title: z.string().optional(),
          summary: z.string().optional(),
          content_html: z.string(),
          content_text: z.string(),
          date_published: z.iso.datetime(),
          date_modified: z.iso.datetime(),
          language: localeSchema,
          tags: z.array(z.string()).describe('What the press release is for.'),
        }),
      )
      .max(feedLength),
  })
  .meta({ id: 'JsonFeed', description: 'JSON Feed 1.1 of press releases, newest first.' })
export type JsonFeed = z.infer<typeof jsonFeedSchema>

const valued = z.strictObject({ role: z.string().optional(), contentType: z.string(), value: z.string() })

export const ninjsVersion = '3.1'
export const ninjsSchemaAddress = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'

const ninjsItemSchema = z
  .strictObject({
    standard: z.strictObject({
      name: z.literal('ninjs'),
      version: z.literal(ninjsVersion),
      schema: z.literal(ninjsSchemaAddress),
    }),
    uri: urn,
    type: z.literal('text'),
    representationType: z.literal('full'),
    pubStatus: z.literal('usable'),
    version: z.string(),
    firstCreated: z.iso.datetime(),
    versionCreated: z.iso.datetime(),
    language: languageTagSchema,
    headlines: z.array(valued),
    descriptions: z.array(valued),
    bodies: z.array(valued),
    subjects: z.array(z.strictObject({ name: z.string(), rel: z.literal('about'), uri: z.string() })),
    genres: z.array(z.strictObject({ name: z.string(), literal: z.string() })),
    infoSources: z.array(z.strictObject({ name: z.string(), role: z.literal('publisher') })),
    altIds: z.array(z.strictObject({ role: z.enum(['document', 'address', 'page']), value: z.string() })),
    edNote: z.string().optional().describe('Which press release it corrects.'),
    associations: z
      .array(z.strictObject({ name: z.string(), rel: z.literal('corrects'), uri: z.string() }))
      .optional(),
  })
  .meta({ id: 'NinjsItem', description: 'A press release as a news item of IPTC ninjs 3.1.' })
export type NinjsItem = z.infer<typeof ninjsItemSchema>

const ninjsFeedSchema = z
  .array(ninjsItemSchema)
  .max(feedLength)
  .meta({ id: 'NinjsFeed', description: 'News items, newest first.' })

type Feed = { mediaType: string; summary: string; schema?: z.ZodType }

/** The feeds of `/v1/feeds/{locale}/`, by their last segment. */
export const feeds = {
  'press.atom': { mediaType: 'application/atom+xml', summary: 'as Atom (RFC 4287)' },
  'press.json': { mediaType: 'application/feed+json', summary: 'as JSON Feed 1.1', schema: jsonFeedSchema },
  'press.ninjs.json': {
    mediaType: 'application/json',
    summary: 'as news items of IPTC ninjs',
    schema: ninjsFeedSchema,
  },
} as const satisfies Record<string, Feed>
export type FeedName = keyof typeof feeds
export const feedNames = Object.keys(feeds) as FeedName[]
