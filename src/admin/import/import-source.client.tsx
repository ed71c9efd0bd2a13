'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState, type ChangeEvent, type ClipboardEvent } from 'react'
import type { Sent } from './use-import.client'
import { fill, screenWords } from '../words'

type Props = { isBusy: boolean; problem: string | null; read: (sent: Sent) => Promise<void> }

const largest = 2 * 1024 * 1024

/** Paste a page (its headings are kept when the browser gives them) or choose a saved one. */
export function ImportSource({ isBusy, problem, read }: Props) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const [text, setText] = useState('')
  const [html, setHtml] = useState<string | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [mistake, setMistake] = useState<string | null>(null)

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const marked = event.clipboardData.getData('text/html')
    // Only a paste into an empty field is a whole page.
    setHtml(marked !== '' && text.trim() === '' ? marked : null)
  }
  const type = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const isPaste = (event.nativeEvent as InputEvent).inputType === 'insertFromPaste'
    setText(event.target.value)
    if (!isPaste) setHtml(null)
  }
  const send = async (): Promise<void> => {
    const sent = await pageOf({ text, html, file })
    setMistake(sent === 'nothing' ? words.nothing : sent === 'tooLarge' ? words.tooLarge : null)
    if (typeof sent !== 'string') await read(sent)
  }
  const said = mistake ?? problem
  return (
    <section className="desk-import__source">
      <p>{words.lead}</p>
      {said ? <Problem said={said} title={mistake ? null : words.refusedTitle} /> : null}
      <label htmlFor="desk-import-text">{words.paste}</label>
      <p className="desk-panel__help">{words.pasteHelp}</p>
      <textarea dir="auto" id="desk-import-text" onChange={type} onPaste={paste} rows={14} value={text} />
      {html ? <p className="desk-panel__help">{words.pasted}</p> : null}
      <label htmlFor="desk-import-file">{words.file}</label>
      <p className="desk-panel__help">{words.fileHelp}</p>
      <input
        accept=".txt,.html,.htm,text/plain,text/html"
        id="desk-import-file"
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        type="file"
      />
      <div>
        <Button disabled={isBusy} onClick={() => void send()}>
          {isBusy ? words.reading : words.read}
        </Button>
      </div>
      {file ? <p className="desk-panel__help">{fill(words.chosen, { name: file.name })}</p> : null}
    </section>
  )
}

const Problem = ({ said, title }: { said: string; title: string | null }) => (
  <div className="desk-import__problem" role="alert">
    {title ? <strong>{title}</strong> : null}
    <p>{said}</p>
  </div>
)

type Given = { text: string; html: string | null; file: File | null }

async function pageOf({ text, html, file }: Given): Promise<Sent | 'nothing' | 'tooLarge'> {
  if (file) {
    if (file.size > largest) return 'tooLarge'
    const isHtml = /html/.test(file.type) || /\.html?$/i.test(file.name)
    return { bytes: await base64(file), format: isHtml ? 'html' : 'text' }
  }
  if (text.trim() === '') return 'nothing'
  if (new Blob([html ?? text]).size > largest) return 'tooLarge'
  return html === null ? { text, format: 'text' } : { text: html, format: 'html' }
}

// The bytes as they are: the server says when their encoding is not the one that it reads.
async function base64(file: File): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')))
    reader.readAsDataURL(file)
  })
  return address.slice(address.indexOf(',') + 1)
}
