import type { CollectionSlug } from 'payload'
import { advance } from '@/units'
import type { LocaleCode } from '@/lib/locales'
import type { Colleagues } from './colleagues'
import { approve, writtenUnits } from './publish-past'
import type { Written } from './write-entry'

// The newest year as a desk at work leaves it on an ordinary evening: the year is approved, its award entry is half
// through review, its laureate's English has changed since it was translated, and its biography is being written.

/** What the reviewer says of the Spanish motivation. */
const reason =
  '“Custodiar” is what a museum does with a collection. Suryani keeps hers by planting it and giving it away: please look for a word that fits a farmer as well, “guardar” perhaps, and read the whole sentence aloud once.'

/** Where the editor asked the laureate again after the translations were made, and what was translated anew. */
const education = {
  en: 'Attended the village school in Ende for six years.',
  sv: 'Gick sex år i byskolan i Ende.',
  ar: 'التحقت بمدرسة القرية في إنديه ست سنوات.',
} as const satisfies Partial<Record<LocaleCode, string>>

/** Leaves the documents of the newest year in different stages. None of them becomes public. */
export async function showWork(colleagues: Colleagues, documents: readonly Written[]): Promise<void> {
  for (const document of documents) await stages[document.collection]?.(colleagues, document)
}

type Work = (colleagues: Colleagues, document: Written) => Promise<void>

const stages: Readonly<Record<string, Work>> = {
  editions: (colleagues, document) => approve(colleagues, { ...document, units: writtenUnits }),
  citations: showReview,
  laureates: showChangedSource,
}

async function showReview(colleagues: Colleagues, document: Written): Promise<void> {
  const { editor, reviewer } = colleagues
  await approve(colleagues, { ...document, units: ['shared', 'en'] })
  await advance(editor, { ...document, verb: 'submit', units: [{ unit: 'sv' }, { unit: 'es' }] })
  await advance(reviewer, { ...document, verb: 'request-changes', units: [{ unit: 'es' }], reason })
}

async function showChangedSource({ editor }: Colleagues, document: Written): Promise<void> {
  for (const [locale, text] of Object.entries(education)) {
    await editor.payload.update({
      collection: document.collection as CollectionSlug,
      id: document.id,
      data: { education: text },
      locale: locale as LocaleCode,
      user: editor.user,
      overrideAccess: false,
      draft: true,
      depth: 0,
    })
  }
  await advance(editor, { ...document, verb: 'follow-source', units: [{ unit: 'sv' }, { unit: 'ar' }] })
  const ready = ['shared', 'en', 'sv'].map((unit) => ({ unit }))
  await advance(editor, { ...document, verb: 'submit', units: ready })
}
