// Belarusian and Ukrainian have no configuration in Postgres. Their words lose the ending that case, number,
// gender and person give them; what is left is no dictionary form, only the same for most forms of one word. Some endings
// are those of verbs and of nouns (писати, лауреати): then there are two readings.

const list = (words: string): string[] => words.split(' ').toSorted((a, b) => b.length - a.length)

const endings = {
  be: list(
    'іямі іяй іям іях ія іі ію іяў ій аванне ямі амі ымі імі ага яга аму яму ому ога аў яў оў ёў ам ям ом ем ём ах ях ой ёй ай яй эй ею аю ою ым ім ых іх ую юю ая яя ае яе ое ыя ія ы і у ю а я э е о ё й ь',
  ),
  uk: list(
    'іями ією іям іях ія ії ію ій ями ами ими іми ого ього ому ьому ові еві єві ів їв ам ям ом ем єм ах ях ою ею єю ой ей єй им ім їм их іх їх ую юю ая яя ее єє ої ій ий ії і ї у ю а я е є и о й ь',
  ),
}
const verbal = {
  be: list(
    'ацца яцца іцца ыцца уцца юцца аюцца аецца ваць аваць яваць аць яць іць ыць уць юць ць лася лася лося ліся ўся ла ло лі ца ся',
  ),
  uk: list(
    'атися ятися итися їтися уються юються ається яється иться увати ювати ати яти ити їти ють уть ать ять лася лося лися вся ться ти ла ло ли ть ся',
  ),
}

const shortest = 3

const without = (word: string, tails: readonly string[]): string => {
  const tail = tails.find((each) => word.endsWith(each) && word.length - each.length >= shortest)
  return tail === undefined ? word : word.slice(0, -tail.length)
}

// The vowel that only the form without an ending has: відпочинок, відпочинку.
const fleeting = { be: /(?<=[^аеёіоуыэюя])[аео](?=[кцлнр]$)/u, uk: /(?<=[^аеєиіїоуюя])[ео](?=[кцлнр]$)/u }

/** What the word may be without its ending; lower case expected. Short words stay. */
export const stemsSlavic =
  (language: keyof typeof endings) =>
  (word: string): string[] => {
    const [verb, noun] = [without(word, verbal[language]), without(word, endings[language])]
    const short = word.length > shortest + 1 ? noun.replace(fleeting[language], '') : noun
    return [...new Set([...(verb === word ? [] : [verb]), noun, short])]
  }
