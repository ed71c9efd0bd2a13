import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { mayUse } from '@/access'
import { refuse } from '@/lib/errors'
import { findDrafts, type SavedDocument, type Writer } from './draft-writer'
import { saveAward, saveBiography, savePressReleases } from './save-award'
import { saveContacts } from './save-contacts'
import { saveLaureates } from './save-laureates'
import { completeProposalSchema, type CompleteProposal } from './page-proposal'
import { say } from './say'

export type SavedPage = {
  created: SavedDocument[]
  /** Documents that were there before; empty fields were filled, nothing was overwritten. */
  reused: SavedDocument[]
}

/**
 * Saves a complete proposal as drafts in its language, with the rights of `req.user`: all in one transaction
 * or nothing. Year, laureates, award entry and contacts that are there already are taken up and completed,
 * so that the same page again changes nothing, and the page in another language adds its words.
 * Throws refusals: `not_allowed`, `not_found` (the prize), `slug_taken`, `bad_input`, `unfit`.
 */
export async function saveProposal({
  req,
  proposal,
}: {
  req: PayloadRequest
  proposal: CompleteProposal
}): Promise<SavedPage> {
  if (!mayUse(req.user, 'import')) throw refuse('not_allowed', { action: say('import pages') })
  const page = completeProposalSchema.parse(proposal)
  const own = await createLocalReq(
    // The reader's language too: the sentences of what may go wrong.
    { ...(req.user ? { user: req.user } : {}), locale: page.locale, req: { i18n: req.i18n } },
    req.payload,
  )
  const writer: Writer = { req: own, locale: page.locale, created: [], reused: [] }
  await initTransaction(own)
  try {
    await saveAll(writer, page)
    await commitTransaction(own)
    await checkKept(req, writer)
    return { created: writer.created, reused: writer.reused }
  } catch (error) {
    await killTransaction(own)
    throw error
  }
}

async function saveAll(writer: Writer, page: CompleteProposal): Promise<void> {
  const [prize] = await findDrafts(writer, 'prizes', { slug: { equals: page.award.prize } })
  if (!prize) throw refuse('not_found', { what: say('The prize “{name}”', { name: page.award.prize }) })
  const contacts = await saveContacts(writer, page.contacts)
  const laureates = await saveLaureates(writer, page)
  const { edition, citation } = await saveAward(writer, {
    page,
    prize: prize.id,
    laureates,
    contacts,
  })
  await saveBiography(writer, page, citation)
  await savePressReleases(writer, { page, edition, citation })
}

// Payload does not report a COMMIT that failed, so look.
async function checkKept({ payload }: PayloadRequest, { created }: Writer): Promise<void> {
  const last = created.at(-1)
  if (!last) return
  // A system read: whether the database kept what this person has just written.
  const kept = await payload.findByID({
    collection: last.collection,
    id: last.id,
    draft: true,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!kept) throw new Error('The database did not keep the import. Nothing was saved.')
}
