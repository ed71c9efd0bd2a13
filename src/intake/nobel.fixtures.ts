// A small file in the shape of the Nobel Prize API v2.1, with invented laureates, for tests.

type Json = Record<string, unknown>

const three = (en: string, sv = en, nb = en): Json => ({ en, se: sv, no: nb })

const physics = {
  category: three('Physics', 'Fysik', 'Fysikk'),
  categoryFullName: three('The Nobel Prize in Physics', 'Nobelpriset i fysik', 'Nobelprisen i fysikk'),
}
export const peace = {
  category: three('Peace', 'Fred', 'Fred'),
  categoryFullName: three('The Nobel Peace Prize', 'Nobels fredspris', 'Nobels fredspris'),
}

export const sampleAward = (more: Json = {}): Json => ({
  awardYear: '1955',
  ...physics,
  sortOrder: '1',
  portion: '1/2',
  dateAwarded: '1955-10-12',
  prizeStatus: 'received',
  motivation: { en: 'for the study of tides', se: 'för studiet av tidvatten' },
  prizeAmount: 190214,
  prizeAmountAdjusted: 2700000,
  ...more,
})

export const samplePerson = (more: Json = {}): Json => ({
  id: '9001',
  knownName: { en: 'Mira Sand', se: 'Mira Sand' },
  givenName: { en: 'Mira', se: 'Mira' },
  familyName: { en: 'Sand', se: 'Sand' },
  fullName: { en: 'Mira Alba Sand', se: 'Mira Alba Sand' },
  gender: 'female',
  birth: {
    date: '1901-00-00',
    place: {
      city: three('Vienna', 'Wien', 'Wien'),
      country: three('Austria-Hungary', 'Österrike-Ungern', 'Østerrike-Ungarn'),
      countryNow: {
        ...three('Austria', 'Österrike', 'Østerrike'),
        sameAs: ['https://www.wikidata.org/wiki/Q40'],
      },
      continent: { en: 'Europe' },
    },
  },
  wikidata: { id: 'Q900001', url: 'https://www.wikidata.org/wiki/Q900001' },
  wikipedia: { slug: 'Mira_Sand', english: 'https://en.wikipedia.org/wiki/Mira_Sand' },
  nobelPrizes: [sampleAward()],
  ...more,
})

export const sampleOrganisation = (more: Json = {}): Json => ({
  id: '9002',
  orgName: { en: 'Harbour Watch ', no: 'Havnevakten', se: 'Hamnvakten' },
  nativeName: 'Harbour Watch (The Lamps)',
  acronym: 'HW',
  founded: { date: '1920-00-00', place: { locationString: { en: 'N/A' } } },
  wikidata: { id: 'Q900002' },
  nobelPrizes: [
    sampleAward({
      awardYear: '1931',
      ...peace,
      portion: '1',
      dateAwarded: undefined,
      motivation: { en: 'for its lamps', no: 'for sine lykter' },
    }),
  ],
  ...more,
})

/** The text of a file that holds `laureates`; `meta` overrides what the file says of itself. */
export const sampleFile = (laureates: unknown[], meta: Json = {}): string =>
  JSON.stringify({
    laureates,
    meta: { offset: 0, limit: laureates.length, count: laureates.length, ...meta },
    links: {},
  })
