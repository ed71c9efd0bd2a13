import type { CollectionBeforeChangeHook } from 'payload'
import { toE164 } from '@/formats'
import { content } from './fields/content'
import { inOrder } from './fields/hold-together'
import { dayField, languagesField, wholeNumber } from './fields/standards'
import { line } from './fields/texts'
import { titleFromShared } from './fields/titles'

const nameAsTitle = titleFromShared('name')

/** The E.164 form stands beside the phone as written; a number that the library does not accept stays as written. */
const deriveE164: CollectionBeforeChangeHook = async (change) => {
  const data = await nameAsTitle(change)
  const written: unknown = data.phone ?? change.originalDoc?.['phone']
  return { ...data, phoneE164: typeof written === 'string' ? (toE164(written) ?? null) : null }
}

/** A person whom journalists may call. */
export const PressContacts = content({
  slug: 'press-contacts',
  title: deriveE164,
  columns: ['adminTitle', 'desk', 'phone', 'updatedAt'],
  sort: 'order',
  laws: [inOrder('validFrom', 'validTo')],
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 300 },
    line('label'),
    {
      name: 'desk',
      type: 'select',
      required: true,
      defaultValue: 'media',
      options: ['media', 'multimedia', 'office'],
    },
    languagesField('languages'),
    { name: 'international', type: 'checkbox', defaultValue: false },
    { name: 'phone', type: 'text', maxLength: 60 },
    { name: 'phoneE164', type: 'text', admin: { readOnly: true } },
    { name: 'email', type: 'email' },
    dayField('validFrom'),
    dayField('validTo'),
    wholeNumber('order', [0, 10_000]),
  ],
})
