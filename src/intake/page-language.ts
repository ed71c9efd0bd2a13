import { languageInWords } from '@/formats'
import { isLocale, localeCodes, type LocaleCode } from '@/lib/locales'
import { capitalised } from '@/lib/sentence'
import { words } from './fold-text'
import { about, type Inquiry } from './inquiry'
import { findFact, findSection, labelLanguages, type LabelLanguage } from './page-labels'
import type { PageLine } from './page-types'
import { say } from './say'

// The language of a page: its labels say it, its small words confirm it.

const smallWords: Record<LabelLanguage, string> = {
  en: 'the of and to in for with by has was is his her their from that',
  sv: 'och att det som en på är av för med den till har inte om ett',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht',
  fr: 'le la les et des du une dans pour que qui est au par sur avec',
  es: 'el los las y del una por con para que es su al como más ha',
}

function countSmallWords(lines: readonly PageLine[]): [LabelLanguage, number][] {
  const text = words(
    lines
      .map((line) => line.text)
      .join(' ')
      .slice(0, 50_000),
  )
  return labelLanguages
    .map((language): [LabelLanguage, number] => {
      const small = new Set(words(smallWords[language]))
      return [language, text.filter((word) => small.has(word)).length]
    })
    .toSorted((a, b) => b[1] - a[1])
}

function countLabels(lines: readonly PageLine[]): Map<LabelLanguage, number> {
  const counts = new Map<LabelLanguage, number>()
  for (const line of lines) {
    const found = findSection(line.text) ?? findFact(line.text)
    for (const language of found?.languages ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

/** The page's language; asked where labels and words disagree or say nothing. */
export function readLanguage(lines: readonly PageLine[], inquiry: Inquiry): LocaleCode {
  const bySmall = countSmallWords(lines)
  const labelled = labelledLanguage(lines, bySmall)
  const [top, topCount] = bySmall[0] ?? ['en', 0]
  const labelledCount = bySmall.find(([language]) => language === labelled)?.[1] ?? 0
  const disagree = top !== labelled && topCount >= 10 && topCount >= 2 * labelledCount
  if (labelled && !disagree) return show(labelled, 'sure', inquiry)
  return askLanguage(topCount > 0 ? top : (labelled ?? 'en'), lines, inquiry)
}

/** The language of most labels; among equals the one that the small words speak for. */
function labelledLanguage(
  lines: readonly PageLine[],
  bySmall: readonly [LabelLanguage, number][],
): LabelLanguage | undefined {
  const labels = countLabels(lines)
  const most = Math.max(0, ...labels.values())
  return bySmall.map(([language]) => language).find((language) => most > 0 && labels.get(language) === most)
}

function askLanguage(proposal: LabelLanguage, lines: readonly PageLine[], inquiry: Inquiry): LocaleCode {
  const answer = inquiry.ask({
    id: 'locale',
    text: say('In which language is the page written?'),
    kind: 'choice',
    required: true,
    options: localeCodes.map((code) => ({ value: code, label: capitalised(languageInWords(code)) })),
    proposal,
    ...about(lines.slice(0, 1)),
  })
  return show(isLocale(answer) ? answer : proposal, 'check', inquiry)
}

function show(locale: LocaleCode, confidence: 'sure' | 'check', inquiry: Inquiry): LocaleCode {
  inquiry.show([], { path: 'locale', label: say('Language'), value: locale, confidence })
  return locale
}
