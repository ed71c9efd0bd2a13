'use client'

import {
  FieldDescription,
  FieldLabel,
  RelationshipField,
  UploadField,
  useAuth,
  useConfig,
  useDocumentInfo,
  useField,
  useTranslation,
} from '@payloadcms/ui'
import type { RelationshipFieldClientProps, UploadFieldClientProps } from 'payload'
import { useEffect, useState } from 'react'
import type { Person } from '@/access'
import type { LinkTitles } from '@/review'
import { askDesk } from '../parts/ask-desk'
import { seesOnlySent } from './only-sent'
import { workWords } from '../words'

/** Links to other documents. Who sees only what was sent to translation reads the titles, and opens nothing. */
export function LinkField(props: RelationshipFieldClientProps) {
  return useSeesOnlySent() ? (
    <Titles field={props.field} path={props.path} />
  ) : (
    <RelationshipField {...props} />
  )
}

/** The same for pictures. */
export function PictureField(props: UploadFieldClientProps) {
  return useSeesOnlySent() ? <Titles field={props.field} path={props.path} /> : <UploadField {...props} />
}

function useSeesOnlySent(): boolean {
  const { user } = useAuth()
  const { collectionSlug = '' } = useDocumentInfo()
  return seesOnlySent(user as Person | null, collectionSlug)
}

type Props = {
  field: RelationshipFieldClientProps['field'] | UploadFieldClientProps['field']
  path: string
}

function Titles({ field, path }: Props) {
  const { value } = useField<unknown>({ path })
  const { i18n } = useTranslation()
  const titles = useTitles()
  const words = workWords(i18n.language).links
  const ids = [value ?? []].flat().filter((id) => typeof id === 'string')
  return (
    <div className="field-type desk-links" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel as="span" label={field.label ?? ''} path={path} />
      {ids.length === 0 ? <p>{words.none}</p> : null}
      {titles === undefined ? null : (
        <ul>
          {ids.map((id) => (
            <li key={id} dir="auto">
              {titles[id] || words.untitled}
            </li>
          ))}
        </ul>
      )}
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}

const asked = new Map<string, Promise<LinkTitles['titles']>>()

/** Of all links of the document: asked for once, for all fields. */
function useTitles(): LinkTitles['titles'] | undefined {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const [titles, setTitles] = useState<LinkTitles['titles']>()
  const url = `${config.routes.api}/${collectionSlug}/${id}/links`
  useEffect(() => {
    const key = `${url} ${lastUpdateTime}`
    const found =
      asked.get(key) ?? askDesk<LinkTitles>(url).then((answer) => (answer.isDone ? answer.body.titles : {}))
    asked.set(key, found)
    let isCurrent = true
    void found.then((read) => (isCurrent ? setTitles(read) : undefined))
    return () => {
      isCurrent = false
    }
  }, [url, lastUpdateTime])
  return titles
}
