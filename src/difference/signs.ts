import type { Part, Sign, SignName } from './shape'

// Characters that one does not see, or takes for another. Where two texts differ in them and would look alike, the
// reader is told their names. Elsewhere they stay unnamed: French is full of no-break spaces.

const spaces: Record<string, SignName> = {
  ' ': 'space',
  '\u00A0': 'noBreakSpace',
  '\u202F': 'narrowNoBreakSpace',
  '\u2009': 'thinSpace',
  '\u200A': 'hairSpace',
  '\u2002': 'wideSpace',
  '\u2003': 'wideSpace',
  '\u2004': 'wideSpace',
  '\u2005': 'wideSpace',
  '\u2006': 'thinSpace',
  '\u2007': 'noBreakSpace',
  '\u2008': 'thinSpace',
  '\u3000': 'wideSpace',
  '\t': 'tab',
  '\n': 'lineBreak',
  '\r': 'carriageReturn',
  '\u2028': 'lineBreak',
  '\u2029': 'lineBreak',
}

// What joins or separates letters inside words, as Persian, Indic scripts and emoji need it.
const joiners: Record<string, SignName> = { '\u200C': 'nonJoiner', '\u200D': 'joiner' }

const unseen: Record<string, SignName> = {
  '\u200B': 'zeroWidthSpace',
  '\u2060': 'wordJoiner',
  '\uFEFF': 'wordJoiner',
  '\u00AD': 'softHyphen',
  '\u200E': 'leftToRight',
  '\u200F': 'rightToLeft',
  '\u061C': 'rightToLeft',
}

const dashes: Record<string, SignName> = {
  '-': 'hyphen',
  '\u2010': 'hyphen',
  '\u2011': 'noBreakHyphen',
  '\u2012': 'enDash',
  '\u2013': 'enDash',
  '\u2014': 'emDash',
  '\u2015': 'emDash',
  '\u2212': 'minus',
}

const quotes: Record<string, SignName> = {
  '"': 'straightQuote',
  '\u201C': 'openingQuote',
  '\u201D': 'closingQuote',
  '\u201E': 'lowQuote',
  '\u2033': 'prime',
  "'": 'straightApostrophe',
  '\u2018': 'openingSingleQuote',
  '\u2019': 'apostrophe',
  '\u201A': 'lowSingleQuote',
  '\u2032': 'prime',
}

const names: Record<string, SignName> = { ...spaces, ...joiners, ...unseen, ...dashes, ...quotes }
const invisible = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

const nameOf = (char: string): SignName | undefined =>
  Object.hasOwn(names, char) ? names[char] : invisible.test(char) ? 'invisible' : undefined

function signsIn(text: string, isWanted: (char: string) => boolean): Sign[] {
  const found: Sign[] = []
  let at = 0
  for (const char of text) {
    const name = nameOf(char)
    if (name && isWanted(char)) found.push({ at, name })
    at += char.length
  }
  return found
}

/** The text as it looks: dashes and quotation marks alike, spaces as one, nothing that is unseen. */
function looks(text: string): string {
  let seen = ''
  for (const char of text) {
    if (char in spaces) seen += ' '
    else if (char in dashes) seen += '-'
    else if (char in quotes) seen += "'"
    else if (!invisible.test(char)) seen += char
  }
  return seen.replaceAll(/ +/g, ' ').replaceAll("''", "'")
}

const isBare = (text: string): boolean => text !== '' && looks(text).trim() === ''
const isOdd = (char: string): boolean =>
  char !== ' ' && !(char in joiners) && !(char in dashes) && !(char in quotes) && nameOf(char) !== 'invisible'
const oddOnes = (text: string): string =>
  signsIn(text, isOdd)
    .map(({ name }) => name)
    .join(' ')

/** What has to be named in the two sides of one change: nothing, the odd characters, or every one that has a name. */
function naming(removed: string, added: string): ((char: string) => boolean) | undefined {
  if (removed === '' || added === '') return undefined
  if (looks(removed) === looks(added)) {
    const haveAsManySpaces = removed.split(' ').length === added.split(' ').length
    return (char) => char !== ' ' || !haveAsManySpaces
  }
  return oddOnes(removed) === oddOnes(added) ? undefined : isOdd
}

/** The parts with the names of signs where a change would otherwise not be seen. */
export function nameSigns<P extends Part>(parts: readonly P[]): P[] {
  return changesIn(parts).flatMap((group) => {
    const side = (kind: Part['kind']) =>
      group
        .filter((part) => part.kind === kind)
        .map(({ text }) => text)
        .join('')
    const wanted = naming(side('removed'), side('added'))
    return group.map((part) => withSigns(part, isBare(part.text) ? () => true : wanted))
  })
}

function withSigns<P extends Part>(part: P, wanted: ((char: string) => boolean) | undefined): P {
  const signs = wanted && part.kind !== 'kept' ? signsIn(part.text, wanted) : []
  return signs.length > 0 ? { ...part, signs } : part
}

/** Each kept part by itself, and the changed ones between them together. */
export function changesIn<P extends Part>(parts: readonly P[]): P[][] {
  const groups: P[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && part.kind !== 'kept' && last[0]?.kind !== 'kept') last.push(part)
    else groups.push([part])
  }
  return groups
}
