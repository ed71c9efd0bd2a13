// What the desk says to people: a text in each language of the screens, and what fills it. A sentence stays
// data until the door, where the language of the reader is known. Terminal and logs read English.

export const screenLanguages = ['en', 'sv', 'de'] as const
export type ScreenLanguage = (typeof screenLanguages)[number]

/** `{name}` in each text is filled with the part of that name, itself in the reader's language. */
export type Sentence = Readonly<Record<ScreenLanguage, string>> & { readonly with?: Parts }
export type Part = string | number | Sentence
export type Parts = Readonly<Record<string, Part>>

/** The names that `Text` asks for: `'“{slug}” is taken.'` → `'slug'`. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

type Filling<Text extends string> = [NamesIn<Text>] extends [never]
  ? []
  : [Readonly<Record<NamesIn<Text>, Part>>]

/**
 * A function that makes sentences of English texts. `entries` holds each text with its Swedish and its German; a
 * text that is not among them, or lacks a part, does not compile.
 */
export const phrasebook =
  <English extends string>(entries: Readonly<Record<English, readonly [sv: string, de: string]>>) =>
  <Text extends English>(en: Text, ...[parts]: Filling<Text>): Sentence => {
    const [sv, de] = entries[en]
    return { en, sv, de, ...(parts ? { with: parts } : {}) }
  }

/** The language of the screens that this tag stands for; English where we do not speak it. */
export const screenLanguage = (tag: string | undefined): ScreenLanguage =>
  screenLanguages.find((language) => language === tag) ?? 'en'

/** The sentence in the language of the reader. What has no language of its own stays as it is. */
export function inLanguage(said: Part, language: ScreenLanguage): string {
  if (typeof said !== 'object') return String(said)
  const parts = said.with ?? {}
  return said[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined
    return part === undefined ? whole : inLanguage(part, language)
  })
}

/** One sentence out of several. */
export function joined(parts: readonly Part[], separator = ' '): Sentence {
  const text = parts.map((_, index) => `{${index}}`).join(separator)
  return { en: text, sv: text, de: text, with: Object.fromEntries(parts.entries()) }
}

/** The same with a capital letter, for where it begins a sentence. */
export const capitalised = (said: Sentence): Sentence => ({
  ...said,
  ...inEach((language) => said[language].charAt(0).toLocaleUpperCase(language) + said[language].slice(1)),
})

/** A sentence whose text is made for each language. */
export const inEach = (text: (language: ScreenLanguage) => string): Sentence => ({
  en: text('en'),
  sv: text('sv'),
  de: text('de'),
})
