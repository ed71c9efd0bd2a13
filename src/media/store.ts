import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { mediaEnv } from '@/lib/env'
import { openBucket } from './bucket'
import { endings, type RenditionType } from './picture'

// Where pictures of staff lie: on the disk of the desk, or in a bucket. Nothing public reads here.

/** Names are `original.jpg` or `renditions/name.avif`; never from a request. */
export type PictureStore = {
  read: (name: string) => Promise<Buffer>
  write: (name: string, data: Buffer, type: RenditionType) => Promise<void>
  /** Also where there is none. */
  remove: (name: string) => Promise<void>
}

/** A name that nobody can guess: 120 random bits. */
export const randomName = (): string => randomBytes(15).toString('base64url').replaceAll(/[-_]/g, 'x')

/** The name under which a rendition lies in the store. Throws for a name that is none of ours. */
export function placeOf({ use, name, type }: { use: string; name: string; type: RenditionType }): string {
  if (!/^[A-Za-z0-9]{20}$/.test(name)) throw new Error('A rendition has a name that is none of ours.')
  return `${use === 'original' ? '' : 'renditions/'}${name}.${endings[type]}`
}

type Placed = Parameters<typeof placeOf>[0]

/** Where the original goes when another file takes its place, while it may still be public. */
const formerPlaceOf = (original: Placed): string => placeOf({ ...original, use: 'former' })

/** Keeps an original that the framework is about to remove, because another file takes its place. One that is lost stays so. */
export async function keepFormer(store: PictureStore, original: Placed): Promise<void> {
  const data = await store.read(placeOf(original)).catch(nothingThere)
  if (data) await store.write(formerPlaceOf(original), data, original.type)
}

/** The bytes of a rendition, also of an original that was replaced. */
export async function readRendition(store: PictureStore, rendition: Placed): Promise<Buffer> {
  const isOriginal = rendition.use === 'original'
  const data = isOriginal ? await store.read(placeOf(rendition)).catch(nothingThere) : undefined
  return data ?? store.read(isOriginal ? formerPlaceOf(rendition) : placeOf(rendition))
}

function nothingThere(error: unknown): undefined {
  const isGone =
    error instanceof Error && (error.name === 'NoSuchKey' || ('code' in error && error.code === 'ENOENT'))
  if (!isGone) throw error
}

let opened: Promise<PictureStore> | undefined

/** The store that the environment names. */
export const pictureStore = (): Promise<PictureStore> => (opened ??= openStore())

async function openStore(): Promise<PictureStore> {
  const env = mediaEnv()
  return env.S3_BUCKET === undefined ? openFolder(path.resolve(env.DATA_DIR, 'media')) : openBucket(env)
}

function openFolder(folder: string): PictureStore {
  return {
    read: (name) => readFile(path.join(folder, name)),
    write: async (name, data) => {
      const file = path.join(folder, name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(`${file}.part`, data)
      await rename(`${file}.part`, file)
    },
    remove: (name) => rm(path.join(folder, name), { force: true }),
  }
}
