import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'

const room = path.join(root, 'src', 'admin')

const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !file.includes('.test.')

/** The folders that the files of this one import from. */
function neededBy(folder: string): Set<string> {
  const sources = readdirSync(path.join(room, folder)).filter(isSource)
  const text = sources.map((file) => readFileSync(path.join(room, folder, file), 'utf8')).join('\n')
  return new Set([...text.matchAll(/'\.\.\/([a-z-]+)(?:\/[^']*)?'/g)].map(([, name = '']) => name))
}

/** Takes away the folders whose needs are already met, until none is left or the rest need each other. */
function rings(needs: Map<string, Set<string>>): string[] {
  const left = new Map(needs)
  const isMet = (needed: Set<string>) => [...needed].every((name) => !left.has(name))
  for (let next: string | undefined = ''; next !== undefined;) {
    next = [...left].find(([, needed]) => isMet(needed))?.[0]
    if (next !== undefined) left.delete(next)
  }
  return [...left.keys()]
}

const entries = readdirSync(room, { withFileTypes: true })
const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)

test('the door is the only file of the desk’s screens that stands outside a folder', () => {
  expect(entries.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual(['index.ts'])
})

test('no two folders of the desk’s screens need each other, not even by way of others', () => {
  const needs = new Map(folders.map((folder) => [folder, neededBy(folder)]))
  expect(needs.get('review')).toContain('units')
  expect(rings(needs)).toEqual([])
})
