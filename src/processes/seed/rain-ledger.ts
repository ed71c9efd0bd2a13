import type { Entry } from './entry'
import { ledger, quenta } from './portraits'
import { rainLedgerInArabic } from './rain-ledger-ar'
import { rainLedgerInSpanish } from './rain-ledger-es'
import { rainLedgerInSwedish } from './rain-ledger-sv'

export const rainLedger: Entry = {
  page: 'rain-ledger.txt',
  year: 2023,
  slug: 'quenta-rain-ledger',
  countries: ['BO'],
  status: 'received',
  portion: { num: 1, den: 2 },
  themes: ['water', 'citizen-science', 'peace'],
  asOf: '2023-10',
  laureates: [
    { kind: 'person', slug: 'marisol-quenta', portrait: quenta },
    {
      kind: 'organisation',
      slug: 'rain-ledger',
      nativeName: { value: 'Cooperativa El Libro de Lluvias', lang: 'es' },
      headquarters: { country: 'BO' },
      portrait: ledger,
      english: { knownName: 'The Rain Ledger', sortKey: 'Rain Ledger', headquarters: { city: 'Oruro' } },
    },
  ],
  words: { sv: rainLedgerInSwedish, es: rainLedgerInSpanish, ar: rainLedgerInArabic },
}
