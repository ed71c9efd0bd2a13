import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketFiles, inspectPicture, pictureStore, placeOf, type Rendition } from '../../src/media'
import { openManifest, writeBackup, type PictureFiles } from '../../src/operations'
import { withClient } from '../../src/processes/database.mjs'
import { root } from '../../src/processes/settings.mjs'
import { publishNow, takeDown } from '../../src/releases'
import { testSecrets } from '../database-setup'
import { usePublicSide } from '../delivery'
import { approve, personWith, publish, type Actor } from '../factories'
import { makeFolder } from '../folder'
import { useDesk } from '../payload'
import { draftPicture, photograph, pictureForm, replacePicture } from '../pictures'
import { findTestPort } from '../port'
import { opening, useStaff } from '../staff'

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
    configureBuckets: [
      { name: 'pictures', configs: [] },
      { name: 'restored', configs: [] },
    ],
  })
  await server.run()
})
afterAll(() => server.close())

const desk = useDesk()
const staff = useStaff(desk)
const side = usePublicSide(desk)
let officer: Actor
beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

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

test('words and a new middle of squares are saved without fetching the file, or another one', async () => {
  const { payload, user } = officer
  // One request for all, as the first content of an installation is written.
  const req = await createLocalReq({ user }, payload)
  const mine = { collection: 'media', draft: true, overrideAccess: false, user, req } as const
  const draw = async (width: number) => {
    const data = await photograph(width)
    const file = { name: 'one.jpg', data, mimetype: 'image/jpeg', size: data.length }
    const facts = { alt: 'A portrait', focalX: 30, focalY: 40 }
    const doc = await payload.create({ ...mine, data: facts, file, locale: 'en' })
    await payload.update({ ...mine, id: doc.id, data: { alt: 'Ett porträtt' }, locale: 'sv' })
    return doc
  }
  const store = await pictureStore()
  for (const doc of [await draw(700), await draw(800)]) {
    const original = ((doc.renditions ?? []) as Rendition[]).find(({ use }) => use === 'original')
    if (!original) throw new Error('There is no original.')
    expect(inspectPicture(await store.read(placeOf(original)))).toMatchObject({ width: original.width })
  }

  const { id, filename } = await draw(900)
  const point = { focalX: 20, focalY: 11 }
  const saved = await opening(staff.as('press-officer'))(
    'PATCH',
    `/api/media/${id}?locale=en&draft=true`,
    point,
  )
  expect(saved.status).toBe(200)
  const { doc } = (await saved.json()) as { doc: Record<string, unknown> }
  expect(doc).toMatchObject({ filename, ...point })
})

test('it is published, replaced and taken down from there', async () => {
  const { id, files, target } = await draftPicture(officer)
  const statuses = async (paths: string[]) => {
    await side.seen()
    return [...new Set(await Promise.all(paths.map(async (one) => (await side.get(one)).status)))]
  }
  expect(await statuses(files)).toEqual([404])
  await publish(officer, [target])
  expect(await statuses([`/v1/media/${id}`, ...files])).toEqual([200])
  const bytes = Buffer.from(await (await side.get(files[1] ?? '')).arrayBuffer())
  expect(bytes.includes('Photo: A. Ek')).toBe(true)
  const others = await replacePicture(officer, id)
  expect(await statuses(files)).toEqual([200])
  expect(await statuses(others)).toEqual([404])
  const whole = [{ ...target, units: ['shared', 'en'] }]
  await approve(officer, whole)
  await publishNow(officer, whole)
  expect(await statuses(files)).toEqual([410])
  expect(await statuses(others)).toEqual([200])
  await takeDown(officer, [target], 'The right was withdrawn.')
  expect(await statuses([`/v1/media/${id}`, ...files, ...others])).toEqual([410])
})

describe('a backup', () => {
  const into = makeFolder('backups')
  const target = makeFolder('restored')
  afterAll(() => {
    for (const folder of [into, target]) rmSync(folder, { recursive: true, force: true })
  })

  const stored = (bucket: string) => {
    const before = process.env['S3_BUCKET']
    process.env['S3_BUCKET'] = bucket
    const files = bucketFiles()
    process.env['S3_BUCKET'] = before
    if (!files) throw new Error('There is no bucket.')
    return { files, list: async () => (await files.list()).toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
  }

  let second = 0
  const backUp = (pictures: PictureFiles) =>
    withClient(desk.database.owner, (client) =>
      writeBackup({
        client,
        into,
        dataDir: desk.database.dataDir,
        pictures,
        withSecrets: false,
        now: new Date(Date.UTC(2026, 0, 1, 0, 0, (second += 1))),
        onProgress: () => undefined,
      }),
    )

  const partsIn = (folder: string) =>
    (openManifest(folder)?.manifest.parts ?? [])
      .filter((part) => part.path.startsWith('media/'))
      .map(({ path: file, bytes }) => ({ name: file.slice('media/'.length), bytes }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))

  test('goes on where the last one stopped, and fetches nothing twice', async () => {
    const { files, list } = stored('pictures')
    const wanted = await list()
    expect(wanted.length).toBeGreaterThan(20)
    let fetched: string[] = []
    const counting = (most: number): PictureFiles => ({
      ...files,
      fetch: async (name, file) => {
        if (fetched.length >= most) throw new Error('The line was cut.')
        fetched.push(name)
        return files.fetch(name, file)
      },
    })
    await expect(backUp(counting(12))).rejects.toThrow('The line was cut.')
    expect(readdirSync(into).filter((name) => !name.endsWith('.unfinished'))).toEqual([])
    const first = fetched
    fetched = []
    const made = await backUp(counting(Infinity))
    // Of those that were under way when the line was cut, some arrived.
    const both = first.filter((name) => fetched.includes(name))
    expect(both.length).toBeLessThan(8)
    expect(new Set([...first, ...fetched]).size).toBe(wanted.length)
    expect(made.missing).toEqual([])
    expect(partsIn(made.folder)).toEqual(wanted)
    fetched = []
    const again = await backUp(counting(0))
    expect(partsIn(again.folder)).toEqual(wanted)
  })

  test('says which pictures it lacks', async () => {
    const { files, list } = stored('pictures')
    const { doc } = (await (
      await staff.as('press-officer')('POST', '/api/media?locale=en', pictureForm(await photograph()))
    ).json()) as { doc: { filename: string } }
    const lacking = { ...files, list: async () => (await list()).filter(({ name }) => name !== doc.filename) }
    expect((await backUp(lacking)).missing).toEqual([`media/${doc.filename}`])
  })

  test('takes them from the bucket, and another server gets them in its own', async () => {
    const run = async (name: string, args: string[], env: Record<string, string>) => {
      const {
        DATABASE_URL: _one,
        DESK_DATABASE_URL: _two,
        DELIVERY_DATABASE_URL: _three,
        ...rest
      } = process.env
      const child = spawn(
        process.execPath,
        ['--conditions=production', 'src/processes/run.mjs', name, ...args],
        { cwd: root, env: { ...rest, ...env } },
      )
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
      const code = await new Promise((resolve) => {
        child.once('close', resolve)
      })
      return { code, output }
    }
    const { dataDir, owner } = desk.database
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path.join(dataDir, 'secrets.json'), JSON.stringify(testSecrets), { mode: 0o600 })
    const kept = path.join(into, 'by-command')
    const backup = await run('backup', [kept, '--with-secrets'], { DATABASE_URL: owner, DATA_DIR: dataDir })
    expect(backup.output).toContain('Pictures are in it, from the bucket pictures.')
    expect(backup.code).toBe(0)
    const folder = /^\/.*$/m.exec(backup.output)?.[0] ?? ''
    const restored = await run('restore', [folder], { DATA_DIR: target, S3_BUCKET: 'restored' })
    expect(restored.output).toMatch(/\d+ sent to the bucket restored/)
    expect(restored.code).toBe(0)
    const [from, to] = [stored('pictures'), stored('restored')]
    expect(await to.list()).toEqual(await from.list())
    const [one] = await from.list()
    const read = async ({ files }: typeof from) => {
      const file = path.join(target, 'one')
      await files.fetch(one?.name ?? '', file)
      return readFileSync(file)
    }
    expect((await read(to)).equals(await read(from))).toBe(true)
    const away = await run('backup', [kept], { DATABASE_URL: owner, DATA_DIR: dataDir, S3_BUCKET: 'nowhere' })
    expect(away.output).toMatch(/The bucket nowhere does not do what is asked \(NoSuchBucket\)/)
    expect(away.code).toBe(1)
  }, 240_000)
})

test('the screens load nothing of the adapter, which the browser would not find', () => {
  expect(JSON.stringify([desk.config.admin.dependencies, desk.config.admin.components])).not.toContain(
    'storage-s3',
  )
})
