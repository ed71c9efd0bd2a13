import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A new folder for temporary files, which the account of Postgres may pass through. The caller removes it. */
export function makeFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `laureate-desk-${purpose}-`))
  chmodSync(folder, 0o711)
  return folder
}
