import type { Pool } from 'pg'
import { languageInWords, xmlText } from '@/formats'
import { readTime } from '@/lib/date-words'
import { capitalised, inLanguage, joined, type ScreenLanguage, type Sentence } from '@/lib/sentence'
import { foundationZone, keyOf, namesOf, readUnits, stageInWords, titlesOf, unitInWords } from '@/units'
import { prefix, type Address } from './asked'
import type { Entered } from './enter'
import { say } from './say'
import type { Shown } from './shown'
import type { Claims } from './token'

type Asked = { address: Address; language: ScreenLanguage }

/** Above the page: that it is not public, in which state it is, for whom, until when, and what is shown besides. */
export async function barOf(
  { claims, pool, token }: Entered,
  { laid }: Shown,
  { address, language }: Asked,
): Promise<string> {
  const tell = (sentence: Sentence): string => xmlText(inLanguage(sentence, language))
  const units = await standing(pool, claims)
  const notes = [
    await forWhom(pool, claims, language),
    ...(units.some(({ isOld }) => isOld)
      ? [say('The words have changed since; open the preview again at the document.')]
      : []),
    ...(await besides(pool, laid)),
  ]
  const isPublic = laid.units.length === 0
  const heading = isPublic ? say('Preview: public already, in these words') : say('Preview: not public')
  const data = `${prefix}${address.targetIn(claims.locale)}&as=data&token=${token}`
  const lines = [
    ...units.map(({ said }) => tell(said)),
    `<a href="${xmlText(data)}">${tell(say('As data, for developers'))}</a>`,
  ]
  return `<aside>
<strong>${tell(heading)} · ${tell(capitalised(languageInWords(claims.locale)))}</strong>
<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>
${notes.map((note) => `<p dir="auto">${tell(note)}</p>`).join('\n')}
</aside>`
}

type Standing = { said: Sentence; isOld: boolean }

/** Where the shown words stand: not where newer ones do. */
async function standing(pool: Pool, claims: Claims): Promise<Standing[]> {
  const rows = await readUnits(pool, claims)
  return (['shared', claims.locale] as const).map((unit) => {
    const row = rows.get(unit)
    const pinned = claims.units[unit]
    const isOld = typeof pinned === 'string' && row?.revision.id !== pinned
    const stage = pinned === undefined ? say('as it is public') : isOld ? say('older words') : undefined
    const now = row ? stageInWords[row.stage] : say('nothing is written')
    return { isOld, said: say('{unit}: {stage}', { unit: unitInWords(unit), stage: stage ?? now }) }
  })
}

async function forWhom(pool: Pool, { person, until }: Claims, language: ScreenLanguage): Promise<Sentence> {
  const names = await namesOf(pool, [person])
  const zone = await foundationZone(pool)
  return say('For {name} alone, until {time} or until you sign out.', {
    name: names.get(person) ?? '',
    time: readTime(new Date(until), { language, zone }),
  })
}

async function besides(pool: Pool, { along }: Shown['laid']): Promise<Sentence[]> {
  const known = await titlesOf(pool, along)
  const titles = along
    .flatMap((ref) => known.get(keyOf(ref)) ?? [])
    .map((title) => say('“{title}”', { title }))
  if (titles.length === 0) return []
  return [say('Not public yet either, and shown from the drafts: {names}.', { names: joined(titles, ', ') })]
}
