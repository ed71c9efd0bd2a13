import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'

const room = path.join(root, 'src', 'admin')
const fixed = /\b(?:url: |href=\{?)['"`]\/(?!\/)/

test('no link of the desk begins at the root of its host: all stand below the route of the desk', () => {
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  expect(sources).not.toEqual([])
  const wrong = sources.filter((file) => fixed.test(readFileSync(path.join(room, file), 'utf8')))
  expect(wrong).toEqual([])
})
