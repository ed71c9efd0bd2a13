import { plainWords } from './words'

// One key for the spellings of a name: Бяляцкі, Bialiatski and Bjaljatski are "bialiatski". It is for finding
// only and never shown.

const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'z',
  з: 'z',
  и: 'i',
  і: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/(?<=[qg])u(?=[eiy])/g, ''],
  [/ou/g, 'u'],
  [/tsch|tch|tj|(?<![sh])ch|cz/g, 'c'],
  [/shch|sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/t[sz]|z/g, 's'],
]

const keyOf = (word: string): string => {
  const latin = word.replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? letter)
  const sounded = sounds.reduce((text, [pattern, sound]) => text.replace(pattern, sound), latin)
  return sounded.replace(/(\p{L})\1+/gu, '$1')
}

const isAlphabetic = /^\p{L}{3,}$/u
const isHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The keys of the words of a name, each once. */
export const nameKeys = (name: string): string[] => [
  ...new Set(
    plainWords(name)
      .filter((word) => isAlphabetic.test(word) && !isHan.test(word))
      .map(keyOf)
      .filter((key) => key.length > 1),
  ),
]
