// How much one request may ask for. Everything is counted before anything is read, but for what only reading
// shows: `documents`, `bodyBytes` and `items`.

export const limits = {
  /** Words, names and signs of the text. */
  tokens: 1000,
  /** Levels of the answer. */
  depth: 12,
  /** Fields, with those of fragments wherever they are spread. */
  fields: 500,
  /** Fields under another name. */
  aliases: 10,
  /** Prepared statements: a field of the query is one, a field of `included` is one for all that it belongs to. */
  statements: 8,
  /** Values that the answer can be expected to hold. */
  cost: 50_000,
  /** Resources in the answer, the bytes of their bodies, and what stands in lists inside them. */
  documents: 1000,
  bodyBytes: 4 * 1024 * 1024,
  items: 10_000,
} as const

export type LimitName = keyof typeof limits

/** What a resource costs besides the values that are asked of it. */
export const documentCost = 10
/** How many resources `included` is expected to bring for one, and how many values a list inside a resource holds. */
export const expectedRelated = 3
export const expectedItems = 5
