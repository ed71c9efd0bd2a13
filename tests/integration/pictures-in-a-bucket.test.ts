import { existsSync } from 'node:fs'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictureStore, placeOf, type Rendition } from '../../src/media'
import { makeFolder } from '../folder'
import { useDesk } from '../payload'
import { photograph, pictureForm } from '../pictures'
import { findTestPort } from '../port'
import { useStaff } from '../staff'

// Pictures in a bucket: the official adapter keeps the original, the same bucket its renditions. A server that speaks
// S3 stands in for Amazon's.

let server: S3rver
beforeAll(async () => {
  const port = await findTestPort()
  const keys = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' }
  Object.assign(process.env, { S3_BUCKET: 'pictures', S3_ENDPOINT: `http://127.0.0.1:${port}`, ...keys })
  server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: makeFolder('bucket'),
    configureBuckets: [{ name: 'pictures', configs: [] }],
  })
  await server.run()
})
afterAll(() => server.close())

const desk = useDesk()
const staff = useStaff(desk)

test('a picture is stored, read and removed there, and nothing of it lies on the disk', async () => {
  const editor = staff.as('press-officer')
  const made = await editor('POST', '/api/media?locale=en', pictureForm(await photograph()))
  expect(made.status).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: string; filename: string; renditions: Rendition[] } }
  const store = await pictureStore()
  for (const rendition of doc.renditions)
    expect((await store.read(placeOf(rendition))).length).toBeGreaterThan(99)
  expect(existsSync(path.join(process.env['DATA_DIR'] ?? '', 'media', doc.filename))).toBe(false)
  const file = await editor('GET', `/api/media/file/${doc.filename}`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await editor('GET', '/api/media/file/none.jpg')).status).toBe(404)
  expect((await staff.as('anonymous')('GET', `/api/media/file/${doc.filename}`)).status).toBeGreaterThan(400)
  expect((await editor('DELETE', `/api/media/${doc.id}`)).status).toBe(200)
  for (const rendition of doc.renditions)
    await expect(store.read(placeOf(rendition))).rejects.toThrow(/NoSuchKey|does not exist/)
})

test('the screens load nothing of the adapter, which the browser would not find', () => {
  expect(JSON.stringify([desk.config.admin.dependencies, desk.config.admin.components])).not.toContain(
    'storage-s3',
  )
})
