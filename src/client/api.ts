// Written by `npm run generate` from the contract. Do not edit.


export const locales = ['en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa'] as const

/** The short and the long biography of one award entry. */
export type Biography = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  citation: CitationRef
  short: RichText | null
  long: RichText | null
  asOf: EdtfDate | null
  sources: string | null
}

export type BiographyList = {
  data: Biography[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

/** One block of a rich text. */
export type Block = {
  type: 'paragraph' | 'quote'
  runs: Run[]
} | {
  type: 'heading'
  level: 2 | 3
  anchor: string
  runs: Run[]
} | {
  type: 'list'
  ordered: boolean
  items: (Run[])[]
} | {
  type: 'quotation'
  text: string
  speaker: string | null
} | {
  type: 'boilerplate'
  /** The slug of the prize. */
  prize: string
  text: string
  /** The language that the value is written in. */
  locale: Locale
  /** True when the value stands in for one that is not public in the asked language. */
  isFallback: boolean
}

/** A resource that this reader gets, or not any more, since it changed last. */
export type Change = {
  state: 'public'
  /** The kind of resource. */
  resource: 'laureates' | 'citations' | 'editions' | 'biographies' | 'press-releases' | 'press-contacts' | 'media'
  id: string
  /** When it changed. */
  at: string
  /** The resource, as its own address sends it to this reader. */
  body: Laureate | Citation | Edition | Biography | PressRelease | PressContact | Media
} | {
  state: 'withdrawn'
  /** The kind of resource. */
  resource: 'laureates' | 'citations' | 'editions' | 'biographies' | 'press-releases' | 'press-contacts' | 'media'
  id: string
  /** When it changed. */
  at: string
}

/** What changed since a token. */
export type Changes = {
  /** The latest change of each resource, in the order of the changes. */
  data: Change[]
  meta: {
    /** The asked language. */
    locale: Locale
    /** What to ask for next with `since`, for the same reader. */
    token: string
    /** Whether there is more already; else ask again later. */
    more: boolean
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address to ask next, without the host. */
    next: string
  }
}

/** An award entry: one citation, given in one year to one or more laureates. */
export type Citation = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  title: Text | null
  /** Why the award was given; without a leading ellipsis. */
  motivation: Text | null
  year: number
  prize: PrizeRef
  awardType: 'prize' | 'honorary'
  status: 'received' | 'declined' | 'prevented' | 'posthumous'
  portion: {
    num: number
    den: number
  } | null
  countries: Country[]
  themes: string[]
  /** In the order of the award. */
  laureates: LaureateRef[]
  biography: {
    slug: string
  } | null
  /** Portraits of the laureates; ask with include=media. */
  media: string[]
  /** Press contacts for this award entry; ask with include=contacts. */
  contacts: string[]
}

export type CitationList = {
  data: Citation[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

export type CitationRef = {
  id: string
  slug: string
  title: Text | null
  year: number
  prize: PrizeRef
}

/** A country and its name in the language of the answer. */
export type Country = {
  /** ISO 3166-1 alpha-2. */
  code: string
  name: string
}

/** One prize in one year. */
export type Edition = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  year: number
  prize: PrizeRef
  status: 'planned' | 'announced' | 'not-awarded'
  /** Why no prize was given. */
  note: Text | null
  announceAt: string | null
  announceZone: string | null
  ceremony: {
    date: EdtfDate | null
    place: Text | null
  } | null
  amount: {
    value: number
    currency: string
  } | null
  citations: ({
    id: string
    slug: string
    title: Text | null
    year: number
    prize: PrizeRef
    motivation: Text | null
    laureates: LaureateRef[]
  })[]
  /** Press contacts of the year; ask with include=contacts. */
  contacts: string[]
}

export type EditionList = {
  data: Edition[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

/** A date with its precision, EDTF (ISO 8601-2:2019). */
export type EdtfDate = string

/** The answer of GraphQL: data or errors, never both. */
export type GraphqlAnswer = {
  /** What was asked for; absent where there are errors. */
  data?: {
    [name: string]: unknown
  }
  errors?: ({
    message: string
    locations?: ({
      line: number
      column: number
    })[]
    path?: (string | number)[]
    extensions?: {
      /** What went wrong, for programs. */
      code: string
      [name: string]: unknown
    }
    [name: string]: unknown
  })[]
}

/** A GraphQL request. */
export type GraphqlRequest = {
  query?: string | null
  operationName?: string | null
  variables?: {
    [name: string]: string | number | boolean | null | (string | number | boolean | null)[]
  } | null
  extensions?: {
    [name: string]: unknown
  } | null
}

/** Metadata for the page of a resource. */
export type Head = {
  title: string
  description: string | null
  /** The language of the page. */
  lang: Locale
  dir: 'ltr' | 'rtl'
  /** The page on the website, in the language of the answer; null where the website is not known. */
  canonical: string | null
  /** The page in each language in which it is public, and what is for everyone else (x-default). */
  alternates: ({
    hreflang: string
    href: string
  })[]
  /** Open Graph (ogp.me), in order. */
  openGraph: ({
    property: string
    content: string
  })[]
  /** All of it as elements, escaped, to be put into `head` as it is. */
  html: string
}

/** JSON Feed 1.1 of press releases, newest first. */
export type JsonFeed = {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  home_page_url?: string
  feed_url: string
  language: Locale
  authors: ({
    name: string
    url?: string
  })[]
  items: ({
    /** urn:uuid: and a UUID; another in each language, the same for ever. */
    id: string
    /** The page on the website; in this API where the website is not known. */
    url: string
    title?: string
    summary?: string
    content_html: string
    content_text: string
    date_published: string
    date_modified: string
    language: Locale
    /** What the press release is for. */
    tags: string[]
  })[]
}

/** JSON-LD in the words of schema.org. */
export type JsonLd = {
  '@context': 'https://schema.org'
  [name: string]: unknown
}

/** A language, BCP-47. */
export type LanguageTag = string

/** A person or an organisation that holds an award. */
export type Laureate = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  kind: 'person' | 'organisation'
  /** The picture of the laureate; ask with include=media. */
  portrait: string | null
  /** The name by which the laureate is known. */
  name: Text | null
  fullName: Text | null
  givenName: Text | null
  familyName: Text | null
  nativeName: {
    value: string
    lang: LanguageTag | null
  } | null
  variants: ({
    value: string
    lang: LanguageTag | null
    system: string | null
  })[]
  birth: LifeEvent | null
  death: LifeEvent | null
  education: Text | null
  founded: EdtfDate | null
  dissolved: EdtfDate | null
  basedIn: Text | null
  headquarters: {
    city: Text | null
    country: Country | null
  } | null
  sameAs: {
    wikidata: string | null
    wikipedia: string | null
    viaf: string | null
    isni: string | null
    orcid: string | null
    ror: string | null
    url: string | null
  }
  /** Every public award entry, oldest first. */
  citations: CitationRef[]
}

export type LaureateList = {
  data: Laureate[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

export type LaureateRef = {
  id: string
  slug: string
  kind: 'person' | 'organisation'
  name: Text | null
}

/** A birth or a death. */
export type LifeEvent = {
  date: EdtfDate | null
  place: Text | null
  countryThen: Text | null
  countryNow: Country | null
}

/** A language of the foundation, BCP-47. */
export type Locale = 'en' | 'sv' | 'de' | 'fr' | 'es' | 'be' | 'ru' | 'uk' | 'pt-BR' | 'nb' | 'zh-Hans' | 'ar' | 'fa'

/** A picture with its credit and terms. */
export type Media = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  /** What the picture shows, for those who do not see it. */
  alt: Text | null
  caption: Text | null
  /** The line that must stand beside the picture. */
  credit: string
  creator: string | null
  copyrightNotice: string | null
  usageTerms: Text | null
  /** The last day. */
  freeEditorialUseUntil: string | null
  taken: EdtfDate | null
  /** Where the eye goes, in percent from the left and from the top. */
  focalPoint: {
    x: number
    y: number
  }
  /** The original, then the largest first. */
  renditions: Rendition[]
}

export type MediaList = {
  data: Media[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

/** News items, newest first. */
export type NinjsFeed = NinjsItem[]

/** A press release as a news item of IPTC ninjs 3.1. */
export type NinjsItem = {
  standard: {
    name: 'ninjs'
    version: '3.1'
    schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'
  }
  /** urn:uuid: and a UUID; another in each language, the same for ever. */
  uri: string
  type: 'text'
  representationType: 'full'
  pubStatus: 'usable'
  version: string
  firstCreated: string
  versionCreated: string
  language: LanguageTag
  headlines: ({
    role?: string
    contentType: string
    value: string
  })[]
  descriptions: ({
    role?: string
    contentType: string
    value: string
  })[]
  bodies: ({
    role?: string
    contentType: string
    value: string
  })[]
  subjects: ({
    name: string
    rel: 'about'
    uri: string
  })[]
  genres: ({
    name: string
    literal: string
  })[]
  infoSources: ({
    name: string
    role: 'publisher'
  })[]
  altIds: ({
    role: 'document' | 'address' | 'page'
    value: string
  })[]
  /** Which press release it corrects. */
  edNote?: string
  associations?: ({
    name: string
    rel: 'corrects'
    uri: string
  })[]
}

/** A person whom journalists may call. */
export type PressContact = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  name: string
  label: Text | null
  desk: 'media' | 'multimedia' | 'office'
  languages: LanguageTag[]
  international: boolean
  phone: {
    written: string
    e164: string | null
  } | null
  email: string | null
  validFrom: EdtfDate | null
  validTo: EdtfDate | null
}

export type PressContactList = {
  data: PressContact[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
    /** With `language`: why each contact of this page is here, by its id. */
    matchedBy?: {
      [name: string]: 'language' | 'international'
    }
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

export type PressContactRef = {
  id: string
  name: string
  label: Text | null
  desk: 'media' | 'multimedia' | 'office'
  languages: LanguageTag[]
  international: boolean
  phone: {
    written: string
    e164: string | null
  } | null
  email: string | null
}

/** Pictures and texts of one prize in one year, for the press. */
export type PressKit = {
  prize: {
    slug: string
    names: ({
      locale: Locale
      text: string
    })[]
  }
  year: number
  /** The address of all this as one ZIP file, without the host. */
  archive: string
  pictures: PressKitPicture[]
  texts: PressKitText[]
}

/** A picture with its credit and terms. */
export type PressKitPicture = {
  id: string
  /** What it goes with: the slug of a laureate or of a press release. */
  of: string
  /** The line that must stand beside the picture. */
  credit: string
  creator: string | null
  copyrightNotice: string | null
  /** The last day. */
  freeEditorialUseUntil: string | null
  /** In each public language. */
  words: ({
    locale: Locale
    alt: string | null
    caption: string | null
    usageTerms: string | null
  })[]
  /** The original for print, and one for screens. More sizes: `/v1/media/{id}`. */
  files: ({
    /** The name in the archive. */
    path: string
    /** `fit` is the whole picture, `square` is cut around its focal point, `original` is for print. */
    use: 'original' | 'fit' | 'square'
    width: number
    height: number
    type: 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png'
    /** The address of the file, without the host. It stays while the picture is public. */
    href: string
    bytes: number
    /** Of the bytes, lower-case hex. It changes when the credit does. */
    sha256: string
  })[]
}

/** A text in one language, as HTML and as plain text. */
export type PressKitText = {
  kind: 'citation' | 'biography' | 'press-release'
  slug: string
  locale: Locale
  /** The name in the archive, there with `.html` and with `.txt`. */
  path: string
  title: string | null
  html: string
  text: string
}

/** A press release of one year. */
export type PressRelease = {
  id: string
  slug: string
  /** The language of this answer. */
  locale: Locale
  /** The languages that are public. */
  availableLocales: Locale[]
  /** For a translation: whether it follows the current source. Null in the source language. */
  translation: Translation | null
  /** The last public change of this resource itself; what it names of others may have changed later. */
  updatedAt: string
  type: 'announcement' | 'ceremony' | 'statement' | 'correction'
  title: Text | null
  summary: Text | null
  dateline: Text | null
  body: RichText | null
  /** When it became public for the first time. */
  publishedAt: string
  year: number
  prize: PrizeRef
  /** The award entries that it is about. */
  citations: CitationRef[]
  /** Pictures that go with it; ask with include=media. */
  attachments: string[]
  /** The press release that this one corrects. */
  corrects: PressReleaseRef | null
  /** Corrections of this one, oldest first. */
  correctedBy: PressReleaseRef[]
  /** Whom journalists call about it. */
  contacts: PressContactRef[]
}

export type PressReleaseList = {
  data: PressRelease[]
  meta: {
    /** Items of all pages. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

export type PressReleaseRef = {
  id: string
  slug: string
  title: Text | null
}

export type PrizeRef = {
  slug: string
  name: Text | null
}

/** Why there is no answer (RFC 9457). */
export type Problem = {
  type: 'urn:problem-type:laureate-desk:unknown-parameter' | 'urn:problem-type:laureate-desk:repeated-parameter' | 'urn:problem-type:laureate-desk:bad-value' | 'urn:problem-type:laureate-desk:begin-anew' | 'urn:problem-type:laureate-desk:bad-request' | 'urn:problem-type:laureate-desk:not-found' | 'urn:problem-type:laureate-desk:gone' | 'urn:problem-type:laureate-desk:method-not-allowed' | 'urn:problem-type:laureate-desk:too-large' | 'urn:problem-type:laureate-desk:body-too-large' | 'urn:problem-type:laureate-desk:unsupported-media-type' | 'urn:problem-type:laureate-desk:range-not-satisfiable' | 'urn:problem-type:laureate-desk:headers-too-large' | 'urn:problem-type:laureate-desk:too-slow' | 'urn:problem-type:laureate-desk:unavailable' | 'urn:problem-type:laureate-desk:internal'
  title: string
  status: number
  detail: string
  /** The parameter that is wrong. */
  parameter?: string
  /** What the parameter may be, or which parameters there are. */
  allowed?: string[]
}

/** A picture in one size and format; its credit is written in it (XMP). */
export type Rendition = {
  /** `fit` is the whole picture, `square` is cut around its focal point, `original` is for print. */
  use: 'original' | 'fit' | 'square'
  width: number
  height: number
  type: 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png'
  /** The address of the file, without the host. It stays while the picture is public. */
  href: string
  bytes: number
  /** Of the bytes, lower-case hex. It changes when the credit does. */
  sha256: string
}

/** A rich text as HTML, plain text and blocks, with its sections. */
export type RichText = {
  html: string
  text: string
  blocks: Block[]
  sections: ({
    anchor: string
    heading: string
  })[]
  /** The language that the value is written in. */
  locale: Locale
  /** True when the value stands in for one that is not public in the asked language. */
  isFallback: boolean
}

/** A piece of text with one set of marks. */
export type Run = {
  text: string
  bold?: true
  italic?: true
  sub?: true
  sup?: true
  href?: string
}

/** A public resource that was found. */
export type SearchHit = {
  /** The kind of resource. */
  type: 'laureates' | 'citations' | 'editions' | 'biographies' | 'press-releases' | 'press-contacts' | 'media'
  id: string
  slug: string
  /** The address of the resource for this reader, without the host. */
  href: string
  title: Text | null
  /** The years of the award. */
  years: number[]
  /** A passage with what was found, or how the text begins; null where there is no text. */
  snippet: {
    /** Plain text. */
    text: string
    /** The same, escaped, with what was found in `mark` elements. */
    html: string
    locale: Locale
    isFallback: boolean
  } | null
}

/** A page of what was found. */
export type SearchResult = {
  /** Best first. */
  data: SearchHit[]
  meta: {
    /** Hits of all pages. No more than 400 are ranked. */
    total: number
    /** The asked language. */
    locale: Locale
    /** The number of the latest release that changed what is public. */
    release: number
  }
  links: {
    /** The address of the next page, without the host; null on the last. */
    next: string | null
  }
}

/** A text with its language. */
export type Text = {
  text: string
  /** The language that the value is written in. */
  locale: Locale
  /** True when the value stands in for one that is not public in the asked language. */
  isFallback: boolean
}

export type Translation = {
  of: Locale
  state: 'current' | 'source-changed'
  asOf: string
}

/** The body of a webhook. */
export type WebhookEvent = {
  /** `release.withdrawn`: all that was done in it was to take something down. */
  type: 'release.published' | 'release.withdrawn'
  /** When it became public. */
  timestamp: string
  data: {
    /** Its number. A higher number is newer. */
    release: number
    /** False where the release changed more than a message holds: `items` is empty then; ask `sync`. */
    isComplete: boolean
    items: ({
      /** The kind of resource. */
      resource: 'laureates' | 'citations' | 'editions' | 'biographies' | 'press-releases' | 'press-contacts' | 'media'
      id: string
      change: 'published' | 'changed' | 'withdrawn'
      /** The languages of readers who see a difference. */
      locales: Locale[]
      /** Where it is read, in one of these languages; of what was withdrawn, what answers 410 now. */
      url: string
    })[]
    /** Where all changes are read (`/v1/sync`). */
    sync: string
  }
} | {
  type: 'webhook.test'
  timestamp: string
  data: Record<string, never>
}

/** What `list` and `page` read. */
export type Lists = {
  laureates: {
    item: Laureate
    page: LaureateList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** The year of the award; with `yearTo` the first of several. */
      year?: number | undefined
      /** The last year of the award, not before `year`. */
      yearTo?: number | undefined
      /** The prize, by the `slug` that answers give it. One that it had before finds the same. */
      prize?: string | undefined
      /** People or organisations. */
      kind?: 'person' | 'organisation' | undefined
      /** A country of the award entry, ISO 3166-1 alpha-2, or XK for Kosovo. */
      country?: string | undefined
      /** A theme of the award entry, exactly as answers give it. */
      theme?: string | undefined
      /** The laureate’s item on Wikidata. */
      wikidata?: string | undefined
      /** Words to find, anywhere in the names. Upper case, accents and quotation marks make no difference. */
      q?: string | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: 'name' | '-name' | 'year' | '-year' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  citations: {
    item: Citation
    page: CitationList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** The year of the award; with `yearTo` the first of several. */
      year?: number | undefined
      /** The last year of the award, not before `year`. */
      yearTo?: number | undefined
      /** The prize, by the `slug` that answers give it. One that it had before finds the same. */
      prize?: string | undefined
      /** A country of the award entry, ISO 3166-1 alpha-2, or XK for Kosovo. */
      country?: string | undefined
      /** A theme of the award entry, exactly as answers give it. */
      theme?: string | undefined
      /** Whether the award was received. */
      status?: 'received' | 'declined' | 'prevented' | 'posthumous' | undefined
      /** Words to find, anywhere in the names. Upper case, accents and quotation marks make no difference. */
      q?: string | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: '-year' | 'year' | 'title' | '-title' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  editions: {
    item: Edition
    page: EditionList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** The year of the award; with `yearTo` the first of several. */
      year?: number | undefined
      /** The last year of the award, not before `year`. */
      yearTo?: number | undefined
      /** The prize, by the `slug` that answers give it. One that it had before finds the same. */
      prize?: string | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: '-year' | 'year' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  biographies: {
    item: Biography
    page: BiographyList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** The year of the award; with `yearTo` the first of several. */
      year?: number | undefined
      /** The last year of the award, not before `year`. */
      yearTo?: number | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: '-year' | 'year' | 'title' | '-title' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  'press-releases': {
    item: PressRelease
    page: PressReleaseList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** The year of the award; with `yearTo` the first of several. */
      year?: number | undefined
      /** The last year of the award, not before `year`. */
      yearTo?: number | undefined
      /** The prize, by the `slug` that answers give it. One that it had before finds the same. */
      prize?: string | undefined
      /** What the press release is for. */
      type?: 'announcement' | 'ceremony' | 'statement' | 'correction' | undefined
      /** Words to find, anywhere in the names. Upper case, accents and quotation marks make no difference. */
      q?: string | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: '-date' | 'date' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  'press-contacts': {
    item: PressContact
    page: PressContactList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** The language that a journalist speaks. Contacts who speak it come first, then those for international media; `meta.matchedBy` says which is which. `pt` also finds `pt-BR`, and the other way round. */
      language?: string | undefined
      /** The desk that the contact belongs to. */
      desk?: 'media' | 'multimedia' | 'office' | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: 'order' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  media: {
    item: Media
    page: MediaList
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** Words to find, anywhere in the names. Upper case, accents and quotation marks make no difference. */
      q?: string | undefined
      /** The order; names and titles sort as the asked language does. */
      sort?: 'title' | '-title' | undefined
      /** The most items on a page. */
      limit?: number | undefined
    }
  }
  search: {
    item: SearchHit
    page: SearchResult
    query: {
      /** What to find: names in any spelling or script, and words of the asked language in any form. Every word must be there. Upper case, accents, apostrophes and quotation marks make no difference. */
      q: string
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
      /** Only these kinds of resources, comma-separated. */
      type?: readonly ('laureates' | 'citations' | 'editions' | 'biographies' | 'press-releases' | 'press-contacts' | 'media')[] | undefined
      /** The most hits on a page. */
      limit?: number | undefined
    }
  }
}

/** What `get` reads. */
export type Singles = {
  laureates: {
    resource: Laureate
    included: {
      citations?: Citation[]
      media?: Media[]
    }
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
  citations: {
    resource: Citation
    included: {
      laureates?: Laureate[]
      biography?: Biography | null
      contacts?: PressContact[]
      releases?: PressRelease[]
      media?: Media[]
    }
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
  editions: {
    resource: Edition
    included: {
      citations?: Citation[]
      laureates?: Laureate[]
      contacts?: PressContact[]
      releases?: PressRelease[]
    }
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
  biographies: {
    resource: Biography
    included: {
      citations?: Citation[]
      laureates?: Laureate[]
    }
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
  'press-releases': {
    resource: PressRelease
    included: {
      citations?: Citation[]
      media?: Media[]
    }
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
  'press-contacts': {
    resource: PressContact
    included: Record<never, never>
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
  media: {
    resource: Media
    included: Record<never, never>
    query: {
      /** The language of the answer. Never guessed from Accept-Language or a cookie. */
      locale?: Locale | undefined
      /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
      fallback?: 'none' | 'declared' | undefined
    }
  }
}

/** What `form` reads. */
export type Forms = {
  laureates: { '.jsonld': JsonLd; '.head.json': Head }
  citations: { '.jsonld': JsonLd; '.head.json': Head }
  'press-releases': { '.jsonld': JsonLd; '.head.json': Head }
}

export type CurrentEditionQuery = {
  /** The language of the answer. Never guessed from Accept-Language or a cookie. */
  locale?: Locale | undefined
  /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
  fallback?: 'none' | 'declared' | undefined
  /** The prize, by the `slug` that answers give it. One that it had before finds the same. */
  prize?: string | undefined
}

export type SyncQuery = {
  /** The language of the answer. Never guessed from Accept-Language or a cookie. */
  locale?: Locale | undefined
  /** What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either. */
  fallback?: 'none' | 'declared' | undefined
  /** The token of the answer before, which had the same `locale` and `fallback`; without it everything that is public. A token of a database that was restored or replaced is refused as `begin-anew`. */
  since?: string | undefined
  /** The most changes in an answer. */
  limit?: number | undefined
}
