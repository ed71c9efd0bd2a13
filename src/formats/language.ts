/** The canonical BCP-47 tag (RFC 5646) of `value`, or undefined: "SV" → "sv", "zh-hans" → "zh-Hans". */
export function canonicalLanguage(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0]
  } catch {
    return undefined
  }
}

/** True for a canonical BCP-47 tag whose language has a name in CLDR. "no" and "se" are refused where "nb" and "sv" are meant. */
export function isLanguage(value: string): boolean {
  if (canonicalLanguage(value) !== value) return false
  return languageName(value, 'en') !== undefined
}

/** The name of a language in another language ("sv", "en" → "Swedish"), or undefined when CLDR has none. */
export function languageName(tag: string, inLanguage: string): string | undefined {
  return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(tag)
}
