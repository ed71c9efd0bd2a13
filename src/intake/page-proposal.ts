import { z } from 'zod'
import { isCountry, isEdtf, isLanguage, isSlug } from '@/formats'
import { localeCodes } from '@/lib/locales'

// What a laureate page says, as plain data. Texts are verbatim but for outer spaces, NBSP and the
// leading ellipsis of the motivation. Dates are EDTF, countries ISO 3166-1, languages BCP-47.

const text = z.string().min(1)
const edtf = z.string().refine(isEdtf)
const country = z.string().refine(isCountry)
const slug = z.string().refine(isSlug)

const lifeEvent = z.strictObject({
  date: edtf.optional(),
  raw: text.optional(),
  place: text.optional(),
  countryNow: country.optional(),
})

const laureateSchema = z.strictObject({
  kind: z.enum(['person', 'organisation']).optional(),
  knownName: text,
  fullName: text,
  givenName: text.optional(),
  familyName: text.optional(),
  sortKey: text.optional(),
  birth: lifeEvent.optional(),
  death: lifeEvent.optional(),
  education: text.optional(),
  founded: edtf.optional(),
  dissolved: edtf.optional(),
  basedIn: text.optional(),
  headquarters: z.strictObject({ city: text.optional(), country: country.optional() }).optional(),
  /** The id of the stored laureate that this one is, where staff said so. */
  existing: z.string().optional(),
  slug: slug.optional(),
})

const sectionSchema = z.strictObject({ heading: z.string(), paragraphs: z.array(text) })

const contactSchema = z.strictObject({
  name: text,
  label: z.string(),
  desk: z.enum(['media', 'multimedia', 'office']),
  languages: z.array(z.string().refine(isLanguage)),
  international: z.boolean(),
  phone: text.optional(),
  phoneE164: text.optional(),
  email: z.email().optional(),
})

const award = z.strictObject({
  displayTitle: z.string(),
  countries: z.array(country),
  motivation: text.optional(),
  short: z.array(text),
  long: z.array(sectionSchema),
  pressReleases: z.array(z.strictObject({ title: text, url: z.url().optional() })),
  year: z.int().optional(),
  prize: slug.optional(),
  slug: slug.optional(),
  image: z.uuid().optional(),
})

const proposalSchema = z.strictObject({
  locale: z.enum(localeCodes),
  award,
  laureates: z.array(laureateSchema),
  contacts: z.array(contactSchema),
})

/** A proposal whose required questions are answered: it can be saved as drafts. */
export const completeProposalSchema = proposalSchema.extend({
  award: award.extend({ displayTitle: text, year: z.int(), prize: slug, slug }),
  laureates: z.array(laureateSchema.extend({ kind: z.enum(['person', 'organisation']), slug })).min(1),
})

export type Proposal = z.infer<typeof proposalSchema>
export type CompleteProposal = z.infer<typeof completeProposalSchema>
export type ProposedLaureate = z.infer<typeof laureateSchema>
export type ProposedContact = z.infer<typeof contactSchema>
export type Section = z.infer<typeof sectionSchema>
export type LifeEvent = z.infer<typeof lifeEvent>
