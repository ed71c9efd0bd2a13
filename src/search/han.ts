// Chinese has no spaces: words as ICU cuts them, and every two neighbouring characters, so that a word is found
// however the text around it was cut. Japanese kana are treated alike.

const run = /(?:(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])+/gu
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of a Chinese text, and other words between them. */
export const cutWords = (text: string): string[] =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

/** Calls `han` for each run of Chinese characters and `other` for what is between; joins the answers. */
export function eachRun(
  text: string,
  han: (run: string) => string[],
  other: (text: string) => string[],
): string[] {
  const found: string[] = []
  let end = 0
  for (const { 0: characters, index } of text.matchAll(run)) {
    found.push(...other(text.slice(end, index)), ...han(characters))
    end = index + characters.length
  }
  return [...found, ...other(text.slice(end))]
}

/** Every two neighbours; a character alone is itself. */
export function pairsOf(characters: string): string[] {
  const each = Array.from(characters)
  return each.length < 2 ? each : each.slice(1).map((character, index) => `${each[index]}${character}`)
}
