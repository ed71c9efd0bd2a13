import { content } from './fields/content'
import { edtfField, slugField, zoneField } from './fields/standards'
import { line, lines } from './fields/texts'
import { titleFromText } from './fields/titles'

/** A prize that the foundation awards; one or many. */
export const Prizes = content({
  slug: 'prizes',
  title: titleFromText('name'),
  columns: ['adminTitle', 'founded', 'updatedAt'],
  fields: [
    line('name', { required: true }),
    line('shortName'),
    slugField('slug', { required: true, index: true }),
    edtfField('founded'),
    line('awardingBody'),
    zoneField('timeZone', { required: true, defaultValue: 'UTC' }),
    lines('boilerplate'),
    lines('reuseTerms'),
  ],
})
