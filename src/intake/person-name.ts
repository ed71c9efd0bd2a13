/** Particles that belong to the family name that follows them. */
const particles = new Set(
  'von van der den de del della di da dos du la le al el bin ibn ben af av ter ten zu'.split(' '),
)

/**
 * A proposal for given and family name of a Latin name: a word in capitals is the family name ("XU Zhiyong"),
 * else the last word with its particles. Undefined for one word and for names with quotes or brackets.
 */
export function personName(name: string): { givenName: string; familyName: string } | undefined {
  const parts = name.split(' ')
  if (parts.length < 2 || parts.length > 8 || /["“”«»()]/.test(name) || !/^\p{Script=Latin}/u.test(name))
    return undefined
  const capitals = parts.filter((part) => /^[\p{Lu}’'-]{2,}$/u.test(part))
  if (capitals.length > 0 && capitals.length < parts.length) {
    return {
      givenName: parts.filter((part) => !capitals.includes(part)).join(' '),
      familyName: capitals.join(' '),
    }
  }
  let start = parts.length - 1
  while (start > 1 && particles.has((parts[start - 1] ?? '').toLowerCase())) start -= 1
  return { givenName: parts.slice(0, start).join(' '), familyName: parts.slice(start).join(' ') }
}

/** "Family, Given" for people, the known name for all others. */
export const sortKeyOf = (names: { knownName: string; givenName?: string; familyName?: string }): string =>
  names.familyName && names.givenName ? `${names.familyName}, ${names.givenName}` : names.knownName
