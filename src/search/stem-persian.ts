// Persian has no configuration in Postgres. Plurals, comparatives and possessives are endings, often behind a
// zero-width non-joiner, a space, or nothing; here all three are one.

const affixes = new Set(
  'می نمی ها های هایی هایم هایش ترین تر ای ام ات اش اند ایم اید مان تان شان را'.split(' '),
)
const endings = 'هایمان هایشان هایی هایم هایت هایش های ها ترین تری تر مان تان شان یی ی'.split(' ')
const shortest = 3

/** What an ending leaves of the word; undefined for what is only an ending or a prefix. */
export function stemPersian(word: string): string | undefined {
  if (affixes.has(word)) return undefined
  const verb = /^ن?می(.{3,})$/u.exec(word)?.[1] ?? word
  return withoutEndings(verb)
}

// Endings follow each other: آزادی‌ها is a plural of what is already derived.
function withoutEndings(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortest)
  return ending === undefined ? word : withoutEndings(word.slice(0, -ending.length))
}
