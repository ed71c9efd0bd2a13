import type { ServerProps } from 'payload'
import { mayOnUnit } from '@/access'
import { PictureFileNote } from './picture-note.client'

/** Below the file of a picture; who chooses no other reads nothing about choosing. */
export function PictureNote({ user }: Pick<ServerProps, 'user'>) {
  const mayChange = mayOnUnit(user ?? null, 'update', { collection: 'media', unit: 'shared' })
  return <PictureFileNote mayChange={mayChange} />
}
