import type { BeforeDocumentControlsServerProps } from 'payload'
import { isOnlyTranslating, mayWriteLocale, type ContentCollection, type Person } from '@/access'
import { languageName } from '@/formats'
import { languagesOf } from '../parts/languages-of'
import { fill, screenWords } from '../words'

type Props = BeforeDocumentControlsServerProps & { collection: ContentCollection }

/** Says why nothing can be written, to a translator who opens a document in a language of somebody else. */
export function LanguageNote({ collection, i18n, locale, user }: Props) {
  const person = user as Person | null
  const code = locale?.code ?? ''
  if (!isOnlyTranslating(person, collection) || mayWriteLocale(person, collection, code)) return null
  const words = screenWords(i18n.language).otherLanguage
  const nameOf = (one: string): string => languageName(one, i18n.language) ?? one
  const own = languagesOf(person).map(nameOf)
  const languages = own.length > 0 ? own.join(', ') : words.none
  return <p className="desk-note">{fill(words.text, { language: nameOf(code), languages })}</p>
}
