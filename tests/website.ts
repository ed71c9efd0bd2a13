import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { buildClient } from '../src/processes/build-client.mjs'
import { root } from '../src/processes/settings.mjs'
import { waitFor } from './app-setup'
import { makeFolder } from './folder'
import { findTestPort } from './port'

/**
 * For a test file: the example website in a folder of its own, with the client as it is published. `start` resolves
 * with the address of a new process, when that answers; it ends with the tests.
 */
export function useWebsite() {
  const children: ChildProcess[] = []
  let folder = ''
  beforeAll(async () => {
    folder = makeFolder('website')
    const source = path.join(root, 'examples', 'website')
    cpSync(source, folder, { recursive: true, filter: (file) => !file.includes('node_modules') })
    await buildClient(path.join(folder, 'node_modules', 'laureate-desk-client'))
  })
  afterAll(() => {
    for (const child of children) child.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const start = async (settings: Record<string, string>): Promise<string> => {
    const port = await findTestPort()
    children.push(
      spawn(process.execPath, ['server.mjs'], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ...settings, PORT: String(port) },
      }),
    )
    const base = `http://127.0.0.1:${port}`
    const isUp = () =>
      fetch(`${base}/robots.txt`).then(
        ({ ok }) => ok,
        () => false,
      )
    await waitFor(isUp)
    return base
  }
  return { start }
}
