import { inEach, type Sentence } from '@/lib/sentence'
import { languageName } from './language'

/** The name of a language (BCP-47) in each language of the screens; the tag itself where CLDR has none. */
export const languageInWords = (tag: string): Sentence => inEach((reader) => languageName(tag, reader) ?? tag)
