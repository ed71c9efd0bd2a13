import type { Resource } from '@/contract'
import { languageInWords, xmlText } from '@/formats'
import { capitalised, inLanguage, type ScreenLanguage, type Sentence } from '@/lib/sentence'
import { keyOf, namesOf, readUnits, stageInWords, titlesOf, unitInWords } from '@/units'
import { prefix, type Address } from './asked'
import type { Entered } from './enter'
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
  return frame({
    language,
    title: inLanguage(say('Preview: not public'), language),
    body: `${await bar(entered, shown, { address, language })}
<main ${writing.marks(value.locale)}>${main.join('\n')}</main>`,
  })
}

const pictured = new Set<string>(['laureates', 'citations', 'press-releases'])

async function bar(
  { claims, pool, token }: Entered,
  { laid }: Shown,
  { address, language }: Asked,
): Promise<string> {
  const tell = (sentence: Sentence): string => xmlText(inLanguage(sentence, language))
  const names = await namesOf(pool, [claims.person])
  const rows = await readUnits(pool, claims)
  const units = (['shared', claims.locale] as const).map((unit) => {
    const row = rows.get(unit)
    const pinned = claims.units[unit]
    return {
      unit,
      stage: row?.stage,
      isPinned: pinned !== undefined,
      isOld: Boolean(pinned) && row?.revision.id !== pinned,
    }
  })
  const standing = units.map(({ unit, stage, isPinned }) =>
    say('{unit}: {stage}', {
      unit: unitInWords(unit),
      stage: isPinned && stage ? stageInWords[stage] : say('as it is public'),
    }),
  )
  const titles = await titlesOf(pool, laid.along)
  const along = laid.along.flatMap((ref) => titles.get(keyOf(ref)) ?? []).map((title) => `“${title}”`)
  const until = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const said = [
    say('For {name} alone, until {time} (UTC) or until you sign out.', {
      name: names.get(claims.person) ?? '',
      time: until.format(new Date(claims.until)),
    }),
    ...(units.some(({ isOld }) => isOld)
      ? [say('The words have changed since; open the preview again at the document.')]
      : []),
    ...(along.length > 0
      ? [say('Not public yet either, and shown from the drafts: {names}.', { names: along.join(', ') })]
      : []),
  ]
  const data = `${prefix}${address.targetIn(claims.locale)}&as=data&token=${token}`
  return `<aside>
<strong>${tell(say('Preview: not public'))} · ${tell(capitalised(languageInWords(claims.locale)))}</strong>
<ul>${standing.map((one) => `<li>${tell(one)}</li>`).join('')}<li><a href="${xmlText(data)}">${tell(say('The answer of the API'))}</a></li></ul>
${said.map((one) => `<p dir="auto">${tell(one)}</p>`).join('\n')}
</aside>`
}
