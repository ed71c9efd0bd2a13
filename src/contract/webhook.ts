import { z } from 'zod'
import { resourceNames } from './resources'
import { localeSchema } from './values'

// What a webhook carries: which release, and what it changed; no content. Whoever wants to know more reads the addresses.

/** What a receiver can ask to be told of. */
export const webhookTypes = ['release.published', 'release.withdrawn'] as const
export type WebhookType = (typeof webhookTypes)[number]

const item = z.strictObject({
  resource: z.enum(resourceNames as [string, ...string[]]).describe('The kind of resource.'),
  id: z.uuid(),
  change: z.enum(['published', 'changed', 'withdrawn']),
  locales: z.array(localeSchema).describe('The languages of readers who see a difference.'),
  url: z
    .url()
    .describe('Where it is read, in one of these languages; of what was withdrawn, what answers 410 now.'),
})

const release = z.strictObject({
  release: z.int().min(1).describe('Its number. A higher number is newer.'),
  isComplete: z
    .boolean()
    .describe(
      'False where the release changed more than a message holds: `items` is empty then; ask `sync`.',
    ),
  items: z.array(item),
  sync: z.url().describe('Where all changes are read (`/v1/sync`).'),
})

const timestamp = z.iso.datetime()

export const webhookSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z
        .enum(webhookTypes)
        .describe('`release.withdrawn`: all that was done in it was to take something down.'),
      timestamp: timestamp.describe('When it became public.'),
      data: release,
    }),
    z.strictObject({ type: z.literal('webhook.test'), timestamp, data: z.strictObject({}) }),
  ])
  .meta({ id: 'WebhookEvent', description: 'The body of a webhook.' })

export type WebhookEvent = z.infer<typeof webhookSchema>
