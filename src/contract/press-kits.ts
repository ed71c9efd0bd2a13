import { z } from 'zod'
import { resources } from './resources'
import { localeSchema } from './values'

// What journalists take away of one prize in one year, in every public language.

const { use, width, height, type, href, bytes, sha256 } = resources.media.shape.renditions.element.shape
const { credit, creator, copyrightNotice, freeEditorialUseUntil } = resources.media.shape

const said = z.string().nullable()

const pictureSchema = z
  .strictObject({
    id: z.uuid(),
    of: z.string().describe('What it goes with: the slug of a laureate or of a press release.'),
    credit,
    creator,
    copyrightNotice,
    freeEditorialUseUntil,
    words: z
      .array(z.strictObject({ locale: localeSchema, alt: said, caption: said, usageTerms: said }))
      .describe('In each public language.'),
    files: z
      .array(
        z.strictObject({
          path: z.string().describe('The name in the archive.'),
          use,
          width,
          height,
          type,
          href,
          bytes,
          sha256,
        }),
      )
      .describe('The original for print, and one for screens. More sizes: `/v1/media/{id}`.'),
  })
  .meta({ id: 'PressKitPicture', description: 'A picture with its credit and terms.' })

const kitTextSchema = z
  .strictObject({
    kind: z.enum(['citation', 'biography', 'press-release']),
    slug: z.string(),
    locale: localeSchema,
    path: z.string().describe('The name in the archive, there with `.html` and with `.txt`.'),
    title: said,
    html: z.string(),
    text: z.string(),
  })
  .meta({ id: 'PressKitText', description: 'A text in one language, as HTML and as plain text.' })

export const pressKitSchema = z
  .strictObject({
    prize: z.strictObject({
      slug: z.string(),
      names: z.array(z.strictObject({ locale: localeSchema, text: z.string() })),
    }),
    year: z.int(),
    archive: z.string().describe('The address of all this as one ZIP file, without the host.'),
    pictures: z.array(pictureSchema),
    texts: z.array(kitTextSchema),
  })
  .meta({ id: 'PressKit', description: 'Pictures and texts of one prize in one year, for the press.' })

export type PressKit = z.infer<typeof pressKitSchema>
export type PressKitPicture = PressKit['pictures'][number]
export type PressKitText = PressKit['texts'][number]
