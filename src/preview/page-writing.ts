import type { Resource, Rich, Text } from '@/contract'
import { languageInWords, xmlText } from '@/formats'
import { readDate } from '@/lib/date-words'
import { locales } from '@/lib/locales'
import { inLanguage, type ScreenLanguage, type Sentence } from '@/lib/sentence'
import { prefix } from './asked'
import { say } from './say'

// Values of the API as HTML: every text in its own language and direction, escaped; rich texts as the API gives them.

export type Writing = ReturnType<typeof writingIn>

const directionOf = (code: string): 'rtl' | 'ltr' =>
  locales.some((locale) => locale.code === code && 'rtl' in locale) ? 'rtl' : 'ltr'

const marks = (locale: string): string => `lang="${xmlText(locale)}" dir="${directionOf(locale)}"`

const plain = (value: string | number | null): string =>
  value === null || value === '' ? '' : `<bdi>${xmlText(String(value))}</bdi>`
const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** One line, wherever it stands. */
const phone = (value: string | null): string => plain(value?.replaceAll(' ', '\u00A0') ?? null)

/** What is longer ends where nobody looks: the mark of another language then stands before it. In characters. */
const oneLine = 80

/** For a reader of the screens in `language`; `token` opens the files of pictures. */
export function writingIn(language: ScreenLanguage, token: string) {
  const said = (sentence: Sentence): string =>
    `<span lang="${language}">${xmlText(inLanguage(sentence, language))}</span>`
  const standIn = ({ locale, isFallback }: { locale: string; isFallback: boolean }): string =>
    isFallback
      ? `<span class="stand-in" dir="ltr">${said(say('in {language}', { language: languageInWords(locale) }))}</span>`
      : ''
  const text = (value: Text | null): string => {
    if (value === null) return ''
    const words = `<span ${marks(value.locale)}>${xmlText(value.text)}</span>`
    const inOrder = value.text.length > oneLine ? [standIn(value), words] : [words, standIn(value)]
    return inOrder.filter(Boolean).join(' ')
  }
  const rich = (value: Rich | null): string =>
    value === null ? '' : `${standIn(value)}<div ${marks(value.locale)}>${value.html}</div>`
  const picture = (value: Resource<'media'>): string => {
    const file = shownFile(value)
    if (!file) return ''
    const address = `${prefix}${file.href}?token=${token}`
    const alt = value.alt?.text ?? ''
    const caption = [text(value.caption), plain(value.credit)].filter(Boolean).join(' · ')
    return `<figure><img src="${xmlText(address)}" alt="${xmlText(alt)}" width="${file.width}" height="${file.height}"><figcaption>${caption}</figcaption></figure>`
  }
  const date = (value: string | null): string => {
    const words = value === null ? undefined : readDate(value, language)
    return words === undefined ? plain(value) : `<bdi lang="${language}">${xmlText(words)}</bdi>`
  }
  const languages = (codes: readonly string[]): string =>
    codes.map((code) => said(languageInWords(code))).join(', ')
  return { said, text, rich, plain, list, picture, marks, date, languages, phone }
}

/** The whole picture in a middle size, as JPEG. */
function shownFile({ renditions }: Resource<'media'>): Resource<'media'>['renditions'][number] | undefined {
  const whole = renditions.filter(({ use, type }) => use === 'fit' && type === 'image/jpeg')
  return whole.find(({ width }) => width <= 640) ?? whole.at(-1) ?? renditions[0]
}
