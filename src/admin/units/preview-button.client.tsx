'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { PreviewAddress } from '@/preview'
import { askDesk } from '../parts/ask-desk'
import { PreviewToken } from './preview-token.client'
import { unitTitle } from './say-units'
import { fill, screenWords } from '../words'

type Props = {
  /** The document's own address. */
  url: string
  locale: string
  /** What is written is not saved: the preview shows what is saved. */
  isModified: boolean
}

/** How this language will be when it is public: as a page for oneself, or for a website of the foundation. */
export function PreviewButton({ url, locale, isModified }: Props) {
  const { i18n } = useTranslation()
  const screens = screenWords(i18n.language)
  const words = screens.units.preview
  const [refused, setRefused] = useState<string | null>(null)
  const [given, setGiven] = useState<PreviewAddress | null>(null)
  const ask = async (use: 'page' | 'website'): Promise<PreviewAddress | null> => {
    const answer = await askDesk<PreviewAddress>(`${url}/preview`, { locale, use })
    setRefused(answer.isDone ? null : (answer.message ?? screens.publication.failed))
    return answer.isDone ? answer.body : null
  }
  const open = async (): Promise<void> => {
    // Browsers open a window only while a button is pressed, not when the answer has come.
    const tab = window.open('about:blank', '_blank')
    const address = await ask('page')
    if (address && tab) tab.location.replace(address.url)
    else tab?.close()
  }
  return (
    <div className="desk-panel__verbs">
      <Button
        buttonStyle="secondary"
        disabled={isModified}
        margin={false}
        onClick={() => void open()}
        size="medium"
      >
        {fill(words.open, { language: unitTitle(locale, i18n.language) })}
      </Button>
      {refused ? <Refused message={refused} /> : null}
      <details className="desk-panel__apart">
        <summary>{words.apart}</summary>
        <div className="desk-panel__verbs">
          <p className="desk-panel__help">{words.help}</p>
          <Button
            buttonStyle="secondary"
            disabled={isModified}
            margin={false}
            onClick={() => void ask('website').then(setGiven)}
            size="small"
          >
            {words.token}
          </Button>
        </div>
      </details>
      {given ? <PreviewToken given={given} onDone={() => setGiven(null)} /> : null}
    </div>
  )
}

const Refused = ({ message }: { message: string }) => (
  <div className="desk-panel__refusal" role="alert">
    <p>{message}</p>
  </div>
)
