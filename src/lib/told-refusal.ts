import { sayRefusal, type Refusal, type SaidRefusal } from './errors'
import { leaveInRequest, leftInRequest } from './request-memory'
import { inEach, type ScreenLanguage, type Sentence } from './sentence'

// A refusal is told in the language of who asked. The log tells it again, and its readers have languages of their own.

const key = 'told refusal'

/** The refusal that ends this request, in the language of who asked. */
export function tellRefusal(refusal: Refusal, language: ScreenLanguage): SaidRefusal {
  leaveInRequest(key, refusal)
  return sayRefusal(refusal, language)
}

/** What this request was told, in every language; undefined where it met no refusal of ours. */
export async function toldRefusal(): Promise<Sentence | undefined> {
  const refusal = (await leftInRequest(key)) as Refusal | undefined
  return refusal && inEach((language) => sayRefusal(refusal, language).message)
}
