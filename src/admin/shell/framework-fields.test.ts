import type { SanitizedConfig } from 'payload'
import { expect, test } from 'vitest'
import { nameFrameworkFields } from './framework-fields'
import { languageLabel } from './language-choice'

const named = (name: string) => ({ name, type: 'text', admin: { hidden: true } })

test('what the framework adds and nobody would ask for is neither column nor filter; moments are told as everywhere', () => {
  const ours = { slug: 'media', fields: [named('mimeType'), named('updatedAt'), named('credit')] }
  const theirs = { slug: 'payload-preferences', fields: [named('updatedAt')] }
  nameFrameworkFields({ collections: [ours, theirs] } as unknown as SanitizedConfig)
  expect(ours.fields).toEqual([
    {
      ...named('mimeType'),
      admin: { hidden: true, disableGroupBy: true, disableListColumn: true, disableListFilter: true },
    },
    {
      ...named('updatedAt'),
      admin: { hidden: true, components: { Cell: '@/admin/fields/instant-cell#InstantCell' } },
    },
    named('credit'),
  ])
  expect(theirs.fields).toEqual([named('updatedAt')])
})

test('languages of documents are called by the language of the screens', () => {
  expect(languageLabel('sv')).toEqual({ en: 'Swedish', sv: 'Svenska', de: 'Schwedisch' })
  expect(languageLabel('nb')).toMatchObject({ en: 'Norwegian Bokmål' })
})
