import { completeDraft, createDraft, findDrafts, type Row, type Writer } from './draft-writer'
import type { ProposedContact } from './page-proposal'

/** Contacts in page order: those with the same name and phone are taken up, the others made where the person may. */
export async function saveContacts(
  writer: Writer,
  contacts: readonly ProposedContact[],
  mayAdd: boolean,
): Promise<{ ids: string[]; notSaved: string[] }> {
  const ids: string[] = []
  const notSaved: string[] = []
  for (const [order, contact] of contacts.entries()) {
    const known = await findDrafts(writer, 'press-contacts', { name: { equals: contact.name } })
    const row = known.find((each) => isSamePhone(each, contact))
    if (row) ids.push(await takeUp(writer, { row, contact, mayAdd }))
    else if (mayAdd) ids.push(await createDraft(writer, 'press-contacts', { ...toData(contact), order }))
    else
      notSaved.push(
        `Press contact ${contact.name}: your role may not add press contacts. Ask a press officer to.`,
      )
  }
  return { ids: [...new Set(ids)], notSaved }
}

// The E.164 form is derived by the desk from the phone as written.
const toData = ({ phoneE164: _derived, ...contact }: ProposedContact) => contact

async function takeUp(
  writer: Writer,
  { row, contact, mayAdd }: { row: Row; contact: ProposedContact; mayAdd: boolean },
): Promise<string> {
  const { label, email } = toData(contact)
  return completeDraft(writer, { collection: 'press-contacts', row, data: mayAdd ? { label, email } : {} })
}

const isSamePhone = (row: Row, { phone, phoneE164 }: ProposedContact): boolean =>
  phoneE164 ? row['phoneE164'] === phoneE164 : (row['phone'] ?? undefined) === phone
