import { content } from './fields/content'
import { line } from './fields/texts'
import { titleFromShared } from './fields/titles'

/** An official term and its translations. */
export const GlossaryTerms = content({
  slug: 'glossary-terms',
  title: titleFromShared('source'),
  columns: ['adminTitle', 'updatedAt'],
  sort: 'source',
  fields: [
    { name: 'source', type: 'text', required: true, maxLength: 300 },
    line('term'),
    { name: 'note', type: 'textarea', maxLength: 5000 },
  ],
})
