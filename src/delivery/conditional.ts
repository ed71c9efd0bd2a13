// Conditional requests (RFC 9110, section 13): does the client hold the current answer?

type Conditions = { 'if-none-match'?: string | undefined; 'if-modified-since'?: string | undefined }

/** `etag` is strong, with its quotes; `modifiedAt` is in whole seconds since 1970, NaN where there is none. */
export function isHeldByClient(conditions: Conditions, etag: string, modifiedAt: number): boolean {
  const held = conditions['if-none-match']
  // If-Modified-Since counts only without If-None-Match.
  if (held !== undefined) return held === etag || namesTag(held, etag)
  const since = conditions['if-modified-since']
  return since !== undefined && modifiedAt <= readHttpDate(since)
}

// Weak comparison: W/ makes no difference.
function namesTag(held: string, etag: string): boolean {
  if (held.trim() === '*') return true
  for (const [, tag] of held.matchAll(/(?:^|,)[ \t]*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?=,|$)/g)) {
    if (tag === etag) return true
  }
  return false
}

const imfFixdate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Seconds since 1970, or NaN for what is no IMF-fixdate: the condition is then ignored. */
const readHttpDate = (value: string): number =>
  imfFixdate.test(value) ? Date.parse(value) / 1000 : Number.NaN
