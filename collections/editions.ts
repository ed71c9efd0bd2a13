import { content } from './fields/content'
import { currencyField, edtfField, wholeNumber, zoneField } from './fields/standards'
import { line, lines } from './fields/texts'
import { titleFromRelation } from './fields/titles'

/** One prize in one year. Screens say "Year". */
export const Editions = content({
  slug: 'editions',
  title: titleFromRelation('prize', 'prizes', (row) =>
    typeof row['year'] === 'number' ? String(row['year']) : '',
  ),
  columns: ['adminTitle', 'status', 'updatedAt'],
  sort: '-year',
  fields: [
    { name: 'prize', type: 'relationship', relationTo: 'prizes', required: true, index: true },
    wholeNumber('year', [1000, 9999], { required: true }),
    {
      name: 'status',
      type: 'select',
      required: true,
      // Without a name of its own the enum would collide with that of Payload's `_status`.
      enumName: 'edition_state',
      defaultValue: 'planned',
      options: ['planned', 'announced', 'not-awarded'],
    },
    lines('note'),
    {
      name: 'announceAt',
      type: 'date',
      admin: { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' } },
    },
    zoneField('announceZone'),
    { name: 'ceremony', type: 'group', fields: [edtfField('date'), line('place')] },
    {
      name: 'amount',
      type: 'group',
      fields: [{ name: 'value', type: 'number', min: 0, max: 1e12 }, currencyField('currency')],
    },
    { name: 'amountDisclosed', type: 'checkbox', defaultValue: false },
    { name: 'defaultContacts', type: 'relationship', relationTo: 'press-contacts', hasMany: true },
  ],
})
