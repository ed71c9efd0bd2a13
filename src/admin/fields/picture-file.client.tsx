'use client'

import { Upload, useConfig, useDocumentInfo } from '@payloadcms/ui'

const closed = { focalPoint: false, hideFileInputOnCreate: true, hideRemoveFile: true }

/** The framework's own, without its controls for who may not change the file. */
export function PictureFileField({ mayChange }: { mayChange: boolean }) {
  const { collectionSlug, initialState } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  if (!collectionSlug) return null
  const { upload } = getEntityConfig({ collectionSlug })
  if (!upload) return null
  return (
    <Upload
      collectionSlug={collectionSlug}
      {...(initialState ? { initialState } : {})}
      uploadConfig={mayChange ? upload : Object.assign({}, upload, closed)}
    />
  )
}
