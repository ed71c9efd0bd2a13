// All figures of signing in, in one place.

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** A session ends after this long without anything done by its person, and in any case after `longestSession` (ms). */
export const idleLimit = 30 * minute
export const longestSession = 12 * hour
/** Between the password and the second step (ms). */
export const halfWayLimit = 15 * minute
/** What a person does is noted at most this often (ms). */
export const noteEvery = minute

/** `burst` tries at once, then one more every `every` ms. */
export type Limit = { burst: number; every: number }

/** Wrong passwords for one account from one network. */
export const passwordLimit: Limit = { burst: 10, every: 2 * minute }
/** Wrong passwords and codes from one network, whatever the account. */
export const networkLimit: Limit = { burst: 60, every: 20 * second }
/** Wrong codes and proofs of one account from one network. */
export const codeLimit: Limit = { burst: 5, every: 2 * minute }
/**
 * Wrong codes of one account from anywhere: six digits can be guessed from a thousand networks. Only who knows the
 * password reaches this limit, and a recovery code passes it.
 */
export const codeAnywhereLimit: Limit = { burst: 50, every: 10 * minute }

/** Setting up a second step, from the picture to the first code (ms). */
export const setUpLimit = 15 * minute

export const shortestPassword = 15
export const longestPassword = 256
