import { z } from 'zod'
import { screenLanguages } from '@/lib/sentence'

// What the rooms add to an entry of the log (`details`), as far as the screen knows how to say it.

const value = z.union([z.string(), z.literal(true), z.null(), z.array(z.string())])
const word = z.string().nullable().catch(null).default(null)

const shape = z.object({
  /** Of people: what was, and what is now. */
  changes: z
    .record(z.string(), z.object({ before: value, after: value }))
    .catch({})
    .default({}),
  /** Paths of the fields of a document that changed. */
  fields: z.array(z.string()).catch([]).default([]),
  endsApproval: z.boolean().catch(false).default(false),
  /** Id of the person who asked for an exception. */
  approver: z.uuid().nullable().catch(null).default(null),
  /** Id of the person who has to do it, or null for nobody; the day (YYYY-MM-DD) by which, or null for none. */
  assignee: z.uuid().nullable().optional().catch(undefined),
  due: z.string().nullable().optional().catch(undefined),
  /** The e-mail address with which somebody signed in, or tried to. */
  address: word,
  /** What people call the receiver at the address. */
  name: word,
  network: word,
  file: word,
  /** A refusal in each language of the screens. */
  said: z.record(z.enum(screenLanguages), z.string()).nullable().catch(null).default(null),
  /** Stands for many different entries. */
  many: z.boolean().catch(false).default(false),
  /** How many more there were. */
  times: z.number().nullable().catch(null).default(null),
})

export type LogDetails = z.infer<typeof shape>
export type ChangedValue = z.infer<typeof value>

/** What is not as expected is left out. */
export const readDetails = (details: Readonly<Record<string, unknown>>): LogDetails => shape.parse(details)
