import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mediaEnv } from '@/lib/env'
import { bucketConfig } from './bucket'

// The bucket as a backup meets it: all pictures, as files on the disk. Nothing is held in memory.

type StoredFile = { name: string; bytes: number }
/** Names are `original.jpg` or `renditions/name.avif`. */
export type BucketFiles = {
  /** The bucket, for people. */
  place: string
  /** Throws where it cannot be read. */
  look: () => Promise<void>
  /** The pictures of the desk, whatever else the bucket holds. */
  list: () => Promise<StoredFile[]>
  /** Writes one to `file`, which is there whole or not at all; false where it is gone. */
  fetch: (name: string, file: string) => Promise<boolean>
  send: (file: string, stored: StoredFile) => Promise<void>
}

const isOurs = (name: string): boolean =>
  /^(?:renditions\/)?[A-Za-z0-9]{20}\.(?:jpg|png|webp|avif)$/.test(name)
const typeOf = (name: string): string =>
  `image/${name.slice(name.lastIndexOf('.') + 1).replace('jpg', 'jpeg')}`

/** Undefined where pictures lie on the disk. */
export function bucketFiles(): BucketFiles | undefined {
  const env = mediaEnv()
  const { S3_BUCKET: Bucket } = env
  if (Bucket === undefined) return undefined
  let opened: Promise<Opened> | undefined
  const open = (): Promise<Opened> => (opened ??= openClient(env))
  return {
    place: Bucket,
    look: async () => {
      const { client, commands } = await open()
      await client.send(new commands.ListObjectsV2Command({ Bucket, MaxKeys: 1 }))
    },
    list: async () => listAll(await open(), Bucket),
    fetch: async (Key, file) => {
      const { client, commands } = await open()
      const asking = client.send(new commands.GetObjectCommand({ Bucket, Key }))
      const answer = await asking.catch((error: unknown) => {
        if (isGone(error)) return undefined
        throw error
      })
      if (!answer?.Body) return false
      await writeWhole(answer.Body as Readable, file)
      return true
    },
    send: async (file, { name: Key, bytes: ContentLength }) => {
      const { client, commands } = await open()
      const object = { Bucket, Key, ContentLength, ContentType: typeOf(Key) }
      await client.send(new commands.PutObjectCommand({ ...object, Body: createReadStream(file) }))
    },
  }
}

// Loaded only where there is a bucket.
async function openClient(env: ReturnType<typeof mediaEnv>) {
  const commands = await import('@aws-sdk/client-s3')
  return { client: new commands.S3Client(bucketConfig(env)), commands }
}
type Opened = Awaited<ReturnType<typeof openClient>>

async function listAll({ client, commands }: Opened, Bucket: string): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  let from: string | undefined
  do {
    const page = await client.send(new commands.ListObjectsV2Command({ Bucket, ContinuationToken: from }))
    for (const { Key = '', Size = 0 } of page.Contents ?? [])
      if (isOurs(Key)) found.push({ name: Key, bytes: Size })
    from = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (from !== undefined)
  return found
}

const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchKey'

async function writeWhole(from: Readable, file: string): Promise<void> {
  const part = `${file}.part`
  try {
    await pipeline(from, createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
