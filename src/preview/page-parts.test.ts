import { expect, test } from 'vitest'
import type { Resource } from '@/contract'
import { partsOf } from './page-parts'
import { writingIn } from './page-writing'

const text = (words: string) => ({ text: words, locale: 'en', isFallback: false })
type Birth = NonNullable<Resource<'laureates'>['birth']>

function born(birth: Partial<Birth>): string {
  const of: Birth = { date: '1959', place: null, countryThen: null, countryNow: null, ...birth }
  const none = {
    fullName: null,
    nativeName: null,
    death: null,
    education: null,
    founded: null,
    basedIn: null,
  }
  const laureate = { name: text('Suryani'), ...none, birth: of, headquarters: null, citations: [] }
  const { lines } = partsOf('laureates', laureate as never, writingIn('en', 'v1.a.b'))
  return lines.map(([, html]) => html.replaceAll(/<[^>]*>/g, '')).join(' | ')
}

test('the country of today is said where neither the place nor the former country says it', () => {
  const countryNow = { code: 'ID', name: 'Indonesia' }
  expect(born({ place: text('Ende'), countryNow })).toBe('1959, Ende, Indonesia')
  expect(born({ place: text('Ende, Indonesia'), countryNow })).toBe('1959, Ende, Indonesia')
  expect(born({ place: text('Ende'), countryThen: text('Dutch East Indies'), countryNow })).toBe(
    '1959, Ende, Dutch East Indies, Indonesia',
  )
  expect(born({ countryThen: text('Indonesia'), countryNow })).toBe('1959, Indonesia')
  expect(born({ place: text('Ende, Indonesia') })).toBe('1959, Ende, Indonesia')
})
