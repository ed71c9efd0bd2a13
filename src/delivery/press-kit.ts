import type { PressKit, PressKitPicture, PressKitText, Resource } from '@/contract'
import { kitText } from './press-kit-texts'
import type { KitBodies } from './find-press-kit'

/** The press kit of one prize in one year: a pure function of public bodies, the same on every machine. */
export function composePressKit(bodies: KitBodies): PressKit {
  const [prize = '', year = ''] = bodies.slug.split('/')
  return {
    prize: { slug: prize, names: namesOf(bodies.of('editions')) },
    year: Number(year),
    archive: `/v1/press-kits/${bodies.slug}.zip`,
    pictures: picturesOf(bodies),
    texts: textsOf(bodies),
  }
}

/** The names of the prize, each once and in its own language. */
function namesOf(editions: readonly Resource<'editions'>[]): PressKit['prize']['names'] {
  const names = editions.flatMap(({ prize: { name } }) => name ?? [])
  return [...new Map(names.map(({ locale, text }) => [locale, { locale, text }])).values()]
}

const textsOf = (bodies: KitBodies): PressKitText[] =>
  [
    ...bodies.of('citations').map((body) => kitText({ kind: 'citation', body })),
    ...bodies.of('biographies').map((body) => kitText({ kind: 'biography', body })),
    ...bodies.of('press-releases').map((body) => kitText({ kind: 'press-release', body })),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1))

type Use = { id: string; of: string; stem: string }

/** Portraits by the address of the laureate, then what goes with press releases; each picture once. */
function picturesOf(bodies: KitBodies): PressKitPicture[] {
  const media = groupById(bodies.of('media'))
  const portraits = distinct(bodies.of('laureates')).flatMap(({ slug, portrait }): Use[] =>
    portrait === null ? [] : [{ id: portrait, of: slug, stem: slug }],
  )
  const attached = distinct(bodies.of('press-releases')).flatMap(({ slug, attachments }) =>
    attachments.map((id, index): Use => ({ id, of: slug, stem: `${slug}-${index + 1}` })),
  )
  const uses = [...portraits, ...attached]
  return uses
    .filter((use, index) => uses.findIndex(({ id }) => id === use.id) === index)
    .flatMap((use) => {
      const inLanguages = media.get(use.id)
      return inLanguages ? [pictureOf(use, inLanguages)] : []
    })
}

function groupById<Body extends { id: string }>(bodies: readonly Body[]): Map<string, Body[]> {
  const groups = new Map<string, Body[]>()
  for (const body of bodies) groups.set(body.id, [...(groups.get(body.id) ?? []), body])
  return groups
}

/** Each document once, by its address. */
const distinct = <Body extends { id: string; slug: string }>(bodies: readonly Body[]): Body[] =>
  [...new Map(bodies.map((body) => [body.id, body])).values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1))

function pictureOf({ of, stem }: Use, inLanguages: readonly Resource<'media'>[]): PressKitPicture {
  const [any] = inLanguages
  if (!any) throw new Error('A picture of a press kit is in no language.')
  const { id, credit, creator, copyrightNotice, freeEditorialUseUntil, renditions } = any
  return {
    id,
    of,
    credit,
    creator,
    copyrightNotice,
    freeEditorialUseUntil,
    words: inLanguages.map(({ locale, alt, caption, usageTerms }) => ({
      locale,
      alt: alt?.text ?? null,
      caption: caption?.text ?? null,
      usageTerms: usageTerms?.text ?? null,
    })),
    files: chosen(renditions).map((rendition) => ({
      path: `pictures/${stem}-${rendition.use === 'original' ? 'print' : 'screen'}.${rendition.href.split('.').at(-1)}`,
      ...rendition,
    })),
  }
}

type Renditions = Resource<'media'>['renditions']

/** For print, and the widest JPEG of the whole picture. */
const chosen = (renditions: Renditions): Renditions => [
  ...renditions.filter(({ use }) => use === 'original'),
  ...renditions.filter(({ use, type }) => use === 'fit' && type === 'image/jpeg').slice(0, 1),
]
