import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { PictureFiles } from './back-up-pictures'
import type { Manifest } from './manifest'
import { contentFolders } from './write-backup'

type Restoring = { folder: string; dataDir: string; manifest: Manifest; now: Date }

/** Puts the uploaded files of a backup in their place; returns where those went that were there before. */
export function restoreFiles({ folder, dataDir, manifest, now }: Restoring): string[] {
  return contentFolders.flatMap((name) => {
    const place = path.join(dataDir, name)
    const draft = `${place}.restoring`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    for (const { path: file } of manifest.parts)
      if (file.startsWith(`${name}/`)) {
        const target = path.join(draft, file.slice(name.length + 1))
        mkdirSync(path.dirname(target), { recursive: true })
        cpSync(path.join(folder, file), target)
      }
    const aside = `${place}.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`
    const wasThere = existsSync(place)
    if (wasThere) renameSync(place, aside)
    renameSync(draft, place)
    return wasThere ? [aside] : []
  })
}

type Sending = {
  folder: string
  manifest: Manifest
  pictures: PictureFiles
  onProgress: (what: string, done: number, total: number) => void
}

const atOnce = 8

/** Puts the pictures of a backup where they are not on the disk; returns how many. What is there already stays. */
export async function restorePictures({ folder, manifest, pictures, onProgress }: Sending): Promise<number> {
  const there = new Map((await pictures.list()).map(({ name, bytes }) => [name, bytes]))
  const wanted = manifest.parts
    .filter((part) => part.path.startsWith('media/'))
    .map(({ path: file, bytes }) => ({ file, stored: { name: file.slice('media/'.length), bytes } }))
    .filter(({ stored }) => there.get(stored.name) !== stored.bytes)
  for (let at = 0; at < wanted.length; at += atOnce) {
    onProgress('pictures', at, wanted.length)
    const some = wanted.slice(at, at + atOnce)
    await Promise.all(some.map(({ file, stored }) => pictures.send(path.join(folder, file), stored)))
  }
  onProgress('pictures', wanted.length, wanted.length)
  return wanted.length
}
