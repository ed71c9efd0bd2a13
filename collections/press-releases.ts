import type { Block } from 'payload'
import { content } from './fields/content'
import { slugField } from './fields/standards'
import { line, lines, prose } from './fields/texts'
import { titleFromText } from './fields/titles'

const quotation: Block = {
  slug: 'quotation',
  fields: [
    { name: 'text', type: 'textarea', required: true },
    { name: 'speaker', type: 'text' },
  ],
}

// The words "About the prize" are quoted by reference, so that they are the same everywhere.
const boilerplate: Block = {
  slug: 'boilerplate',
  fields: [{ name: 'prize', type: 'relationship', relationTo: 'prizes', required: true }],
}

/** A press release of one year. */
export const PressReleases = content({
  slug: 'press-releases',
  title: titleFromText('title'),
  columns: ['adminTitle', 'type', 'embargo', 'updatedAt'],
  fields: [
    line('title', { required: true }),
    slugField('slug', { required: true, index: true }),
    { name: 'edition', type: 'relationship', relationTo: 'editions', required: true, index: true },
    { name: 'citations', type: 'relationship', relationTo: 'citations', hasMany: true },
    {
      name: 'type',
      type: 'select',
      required: true,
      defaultValue: 'announcement',
      options: ['announcement', 'ceremony', 'statement', 'correction'],
    },
    {
      name: 'corrects',
      type: 'relationship',
      relationTo: 'press-releases',
      admin: { condition: (data) => data['type'] === 'correction' },
    },
    {
      name: 'embargo',
      type: 'date',
      admin: { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' } },
      custom: { kind: 'not-before' },
    },
    lines('summary'),
    line('dateline'),
    prose('body', { blocks: [quotation, boilerplate] }),
    { name: 'contacts', type: 'relationship', relationTo: 'press-contacts', hasMany: true },
    { name: 'attachments', type: 'upload', relationTo: 'media', hasMany: true },
  ],
})
