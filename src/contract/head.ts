import { z } from 'zod'
import { localeSchema } from './values'

// What a page about a resource says of itself in its `head` element.

export const headSchema = z
  .strictObject({
    title: z.string(),
    description: z.string().nullable(),
    lang: localeSchema.describe('The language of the page.'),
    dir: z.enum(['ltr', 'rtl']),
    canonical: z
      .url()
      .nullable()
      .describe(
        'The page on the website, in the language of the answer; null where the website is not known.',
      ),
    alternates: z
      .array(z.strictObject({ hreflang: z.string(), href: z.url() }))
      .describe(
        'The page in each language in which it is public, and what is for everyone else (x-default).',
      ),
    openGraph: z
      .array(z.strictObject({ property: z.string(), content: z.string() }))
      .describe('Open Graph (ogp.me), in order.'),
    html: z.string().describe('All of it as elements, escaped, to be put into `head` as it is.'),
  })
  .meta({ id: 'Head', description: 'Metadata for the page of a resource.' })
export type Head = z.infer<typeof headSchema>
