import type { ServerProps } from 'payload'
import { mayOnUnit } from '@/access'
import { PictureFileNote } from './picture-note.client'

type Props = Pick<ServerProps, 'user'> & { ofFile: readonly string[] }

/** Below the file of a picture; who chooses no other reads nothing about choosing. */
export function PictureNote({ user, ofFile }: Props) {
  const mayChange = mayOnUnit(user ?? null, 'update', { collection: 'media', unit: 'shared' })
  return <PictureFileNote mayChange={mayChange} ofFile={ofFile} />
}
