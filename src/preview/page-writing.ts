import type { Resource, Rich, Text } from '@/contract'
import { languageInWords, xmlText } from '@/formats'
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

type Reader = { language: ScreenLanguage; said: (sentence: Sentence) => string }

// EDTF: days and months in words, “about” for what is approximate; anything else as it is written.
function dateInWords(value: string | null, { language, said }: Reader): string {
  const [, year, month, day, approximate] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~)?$/.exec(value ?? '') ?? []
  if (year === undefined) return plain(value)
  const date = month === undefined ? year : dayInWords([year, month, day], language)
  return approximate ? said(say('about {date}', { date })) : plain(date)
}

const dayInWords = ([year, month, day]: (string | undefined)[], language: ScreenLanguage): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`))

/** For a reader of the screens in `language`; `token` opens the files of pictures. */
export function writingIn(language: ScreenLanguage, token: string) {
  const said = (sentence: Sentence): string =>
    `<span lang="${language}">${xmlText(inLanguage(sentence, language))}</span>`
  const standIn = ({ locale, isFallback }: { locale: string; isFallback: boolean }): string =>
    isFallback
      ? ` <span class="stand-in" dir="ltr">${said(say('in {language}', { language: languageInWords(locale) }))}</span>`
      : ''
  const text = (value: Text | null): string =>
    value === null ? '' : `<span ${marks(value.locale)}>${xmlText(value.text)}</span>${standIn(value)}`
  const rich = (value: Rich | null): string =>
    value === null ? '' : `<div ${marks(value.locale)}>${value.html}</div>${standIn(value)}`
  const picture = (value: Resource<'media'>): string => {
    const file = shownFile(value)
    if (!file) return ''
    const address = `${prefix}${file.href}?token=${token}`
    const alt = value.alt?.text ?? ''
    const caption = [text(value.caption), plain(value.credit)].filter(Boolean).join(' · ')
    return `<figure><img src="${xmlText(address)}" alt="${xmlText(alt)}" width="${file.width}" height="${file.height}"><figcaption>${caption}</figcaption></figure>`
  }
  const date = (value: string | null): string => dateInWords(value, { language, said })
  const languages = (codes: readonly string[]): string =>
    codes.map((code) => said(languageInWords(code))).join(', ')
  return { said, text, rich, plain, list, picture, marks, date, languages, phone }
}

/** The whole picture in a middle size, as JPEG. */
function shownFile({ renditions }: Resource<'media'>): Resource<'media'>['renditions'][number] | undefined {
  const whole = renditions.filter(({ use, type }) => use === 'fit' && type === 'image/jpeg')
  return whole.find(({ width }) => width <= 640) ?? whole.at(-1) ?? renditions[0]
}
