import { content } from './fields/content'
import { partOf } from './fields/hold-together'
import { countriesField, slugField, themesField, wholeNumber } from './fields/standards'
import { line, lines } from './fields/texts'
import { titleOfCitation } from './fields/titles'

/** One award, given in one year to its laureates. Screens say "Award entry". */
export const Citations = content({
  slug: 'citations',
  title: titleOfCitation,
  columns: ['adminTitle', 'status', 'updatedAt'],
  laws: [partOf('portion.num', 'portion.den')],
  fields: [
    { name: 'edition', type: 'relationship', relationTo: 'editions', required: true, index: true },
    {
      name: 'laureates',
      type: 'relationship',
      relationTo: 'laureates',
      hasMany: true,
      required: true,
      index: true,
    },
    line('displayTitle'),
    slugField('slug', { required: true, index: true }),
    lines('motivation', { required: true }),
    countriesField('countries'),
    themesField('themes'),
    {
      name: 'awardType',
      type: 'select',
      required: true,
      defaultValue: 'prize',
      options: ['prize', 'honorary'],
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      // Without a name of its own the enum would collide with that of Payload's `_status`.
      enumName: 'award_outcome',
      defaultValue: 'received',
      options: ['received', 'declined', 'prevented', 'posthumous'],
    },
    {
      name: 'portion',
      type: 'group',
      fields: [wholeNumber('num', [1, 1000]), wholeNumber('den', [1, 1000])],
    },
    { name: 'contactsOverride', type: 'relationship', relationTo: 'press-contacts', hasMany: true },
    { name: 'importKey', type: 'text', index: true, admin: { hidden: true } },
  ],
})
