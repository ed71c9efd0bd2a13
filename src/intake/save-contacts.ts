import { completeDraft, createDraft, findDrafts, type Row, type Writer } from './draft-writer'
import type { ProposedContact } from './page-proposal'

/** Contacts in page order: those with the same name and phone are taken up, the others made. Returns their ids. */
export async function saveContacts(writer: Writer, contacts: readonly ProposedContact[]): Promise<string[]> {
  const ids: string[] = []
  for (const [order, contact] of contacts.entries()) {
    const known = await findDrafts(writer, 'press-contacts', { name: { equals: contact.name } })
    const row = known.find((each) => isSamePhone(each, contact))
    const id = row
      ? await takeUp(writer, row, contact)
      : await createDraft(writer, 'press-contacts', { ...toData(contact), order })
    ids.push(id)
  }
  return [...new Set(ids)]
}

// The E.164 form is derived by the desk from the phone as written.
const toData = ({ phoneE164: _derived, ...contact }: ProposedContact) => contact

async function takeUp(writer: Writer, row: Row, contact: ProposedContact): Promise<string> {
  const { label, email } = toData(contact)
  return completeDraft(writer, { collection: 'press-contacts', row, data: { label, email } })
}

const isSamePhone = (row: Row, { phone, phoneE164 }: ProposedContact): boolean =>
  phoneE164 ? row['phoneE164'] === phoneE164 : (row['phone'] ?? undefined) === phone
