import type { Resource } from '@/contract'
import { vcard, vcardText } from '@/formats'

/** A press contact as a vCard 4.0. Languages in the order that staff gave them. */
export function contactCard(contact: Resource<'press-contacts'>): string {
  const { id, name, label, phone, email, languages, updatedAt } = contact
  return vcard([
    `UID:urn:uuid:${id}`,
    `FN:${vcardText(name)}`,
    ...(label === null ? [] : [`TITLE;LANGUAGE=${label.locale}:${vcardText(label.text)}`]),
    ...(phone === null ? [] : [phoneLine(phone)]),
    ...(email === null ? [] : [`EMAIL;TYPE=work:${vcardText(email)}`]),
    ...languages.map((language, index) => `LANG;TYPE=work;PREF=${Math.min(index + 1, 100)}:${language}`),
    `REV:${updatedAt.replace(/[-:]|\.\d+/g, '')}`,
  ])
}

const phoneLine = ({ written, e164 }: NonNullable<Resource<'press-contacts'>['phone']>): string =>
  e164 === null ? `TEL;TYPE=work:${vcardText(written)}` : `TEL;VALUE=uri;TYPE="work,voice":tel:${e164}`
