import type { ServerProps } from 'payload'
import { mayOnUnit } from '@/access'
import { PictureFileField } from './picture-file.client'

/** The file of a picture: all languages share it, so a translator sees it and chooses no other. */
export function PictureFile({ user }: ServerProps) {
  const mayChange = mayOnUnit(user, 'update', { collection: 'media', unit: 'shared' })
  return <PictureFileField mayChange={mayChange} />
}
