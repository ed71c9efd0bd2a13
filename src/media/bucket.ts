import type { mediaEnv } from '@/lib/env'
import type { PictureStore } from './store'

type Settings = ReturnType<typeof mediaEnv>

/** How the client of the official adapter, and ours, reach the bucket; keys may also come from the machine's role. */
export const bucketConfig = (env: Settings) => ({
  region: env.S3_REGION,
  ...(env.S3_ENDPOINT === undefined ? {} : { endpoint: env.S3_ENDPOINT, forcePathStyle: true }),
  ...(env.S3_ACCESS_KEY_ID === undefined || env.S3_SECRET_ACCESS_KEY === undefined
    ? {}
    : { credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY } }),
  // Services other than Amazon's do not all know the newer checksums.
  requestChecksumCalculation: 'WHEN_REQUIRED' as const,
  responseChecksumValidation: 'WHEN_REQUIRED' as const,
})

/** Loads the client only where there is a bucket. */
export async function openBucket(env: Settings): Promise<PictureStore> {
  const { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3')
  const client = new S3Client(bucketConfig(env))
  const Bucket = env.S3_BUCKET
  return {
    read: async (Key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      if (!Body) throw new Error('The bucket answered without a picture.')
      return Buffer.from(await Body.transformToByteArray())
    },
    write: async (Key, data, type) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: data, ContentType: type }))
    },
    remove: async (Key) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key }))
    },
  }
}
