import { content } from './fields/content'
import { edtfField } from './fields/standards'
import { prose } from './fields/texts'
import { titleFromRelation } from './fields/titles'

/** The short and the long biography of one award entry. */
export const Biographies = content({
  slug: 'biographies',
  title: titleFromRelation('citation', 'citations', () => ''),
  columns: ['adminTitle', 'asOf', 'updatedAt'],
  fields: [
    { name: 'citation', type: 'relationship', relationTo: 'citations', required: true, index: true },
    prose('short'),
    prose('long'),
    edtfField('asOf'),
    { name: 'sources', type: 'textarea', maxLength: 20_000 },
  ],
})
