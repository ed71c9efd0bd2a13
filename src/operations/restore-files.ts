import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
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
