import type { Resource } from '@/contract'
import { inLanguage, type ScreenLanguage } from '@/lib/sentence'
import { prefix, type Address } from './asked'
import type { Entered } from './enter'
import { barOf } from './page-bar'
import { frame } from './page-frame'
import { partsOf } from './page-parts'
import { writingIn } from './page-writing'
import { say } from './say'
import type { Shown } from './shown'

// The answer as people read it: what it is, its words, its facts, its pictures, under a bar that says that it is not public.

type Asked = { address: Address; language: ScreenLanguage }

export async function pageOf(entered: Entered, shown: Shown, { address, language }: Asked): Promise<string> {
  const { claims } = entered
  const path = address.path.slice(prefix.length)
  const withPictures = pictured.has(claims.collection) ? '&include=media' : ''
  const { body } = await shown.read(`${path}?locale=${claims.locale}${withPictures}`)
  const value = JSON.parse(body.toString('utf8')) as Resource & { included?: { media?: Resource<'media'>[] } }
  const writing = writingIn(language, entered.token)
  const { title, lead, lines } = partsOf(claims.collection, value, writing)
  const pictures =
    claims.collection === 'media' ? [value as Resource<'media'>] : (value.included?.media ?? [])
  const main = [
    `<h1>${title}</h1>`,
    ...lead,
    ...pictures.map((picture) => writing.picture(picture)),
    ...(lines.length > 0
      ? [
          `<dl>${lines.map(([label, html]) => `<dt>${writing.said(label)}</dt><dd>${html}</dd>`).join('')}</dl>`,
        ]
      : []),
  ]
  const bar = await barOf(entered, shown, { address, language })
  return frame({
    language,
    title: inLanguage(say('Preview'), language),
    body: `${bar}
<main ${writing.marks(value.locale)}>${main.join('\n')}</main>`,
  })
}

const pictured = new Set<string>(['laureates', 'citations', 'press-releases'])
