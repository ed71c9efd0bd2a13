import { SetStepNav } from '@payloadcms/ui'
import type { Shown } from './read-history'
import { collectionWords, historyWords, type Language } from '../words'

/** The way from the list to this document and its history, at the head of the screen. */
export function HistoryPath({ shown }: { shown: Shown }) {
  const { req, collection, id, title, language } = shown
  const list = `${req.payload.config.routes.admin}/collections/${collection}`
  return (
    <SetStepNav
      nav={[
        { label: collectionWords[language as Language]?.[collection]?.many ?? '', url: list },
        { label: title, url: `${list}/${id}` },
        { label: historyWords(language).title },
      ]}
    />
  )
}
