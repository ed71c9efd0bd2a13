import type { Field } from 'payload'
import { content, internal } from './fields/content'
import { inOrder } from './fields/hold-together'
import { countryField, edtfField, identifiers, languageField, slugField, urlField } from './fields/standards'
import { line, lines } from './fields/texts'
import { titleFromText } from './fields/titles'

type Kind = 'person' | 'organisation'
const shownFor = (kind: Kind) => ({ condition: (data: Record<string, unknown>) => data['kind'] === kind })

const lifeEvent = (name: 'birth' | 'death'): Field => ({
  name,
  type: 'group',
  admin: shownFor('person'),
  fields: [edtfField('date'), line('place'), line('countryThen'), countryField('countryNow')],
})

const names: Field[] = [
  line('knownName', { required: true }),
  line('fullName'),
  { type: 'row', fields: [line('givenName'), line('familyName'), line('sortKey')] },
  { name: 'nativeName', type: 'group', fields: [{ name: 'value', type: 'text' }, languageField('lang')] },
  {
    name: 'variants',
    type: 'array',
    maxRows: 50,
    fields: [
      { name: 'value', type: 'text', required: true },
      languageField('lang'),
      { name: 'system', type: 'text' },
    ],
  },
]

const sameAs: Field = {
  name: 'sameAs',
  type: 'group',
  fields: [
    identifiers.wikidata('wikidata', { index: true }),
    urlField('wikipedia'),
    identifiers.viaf('viaf'),
    identifiers.isni('isni'),
    identifiers.orcid('orcid'),
    identifiers.ror('ror'),
    urlField('url'),
  ],
}

/** A person or an organisation; one document however many awards it holds. */
export const Laureates = content({
  slug: 'laureates',
  title: titleFromText('knownName'),
  columns: ['adminTitle', 'kind', 'updatedAt'],
  sort: 'adminTitle',
  laws: [inOrder('birth.date', 'death.date'), inOrder('founded', 'dissolved')],
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'person',
      options: ['person', 'organisation'],
    },
    ...names,
    slugField('slug', { required: true, index: true }),
    lifeEvent('birth'),
    lifeEvent('death'),
    lines('education', { admin: shownFor('person') as object }),
    edtfField('founded', { admin: shownFor('organisation') }),
    edtfField('dissolved', { admin: shownFor('organisation') }),
    line('basedIn', { admin: shownFor('organisation') as object }),
    {
      name: 'headquarters',
      type: 'group',
      admin: shownFor('organisation'),
      fields: [line('city'), countryField('country')],
    },
    sameAs,
    { name: 'portrait', type: 'upload', relationTo: 'media' },
    internal({ name: 'atRisk', type: 'checkbox', defaultValue: false }),
    internal({ name: 'atRiskNote', type: 'textarea', maxLength: 5000 }),
    { name: 'importKey', type: 'text', index: true, admin: { hidden: true } },
  ],
})
