import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../src/processes/settings.mjs'

const pure = 'This room runs without Payload, Next and React.'
const direction = 'This room may import:'
const upwards = "never '../'"
const door = "Enter a room by its door: '@/room'."

const cases = [
  { folder: 'src/contract', imports: 'payload', says: pure },
  { folder: 'src/lib', imports: '@/formats', says: direction },
  { folder: 'src/formats', imports: '@/rich-text', says: direction },
  { folder: 'src/rich-text', imports: '@payloadcms/richtext-lexical', says: pure },
  { folder: 'src/delivery', imports: '@/access', says: direction },
  { folder: 'src/search', imports: '@/publishing', says: direction },
  { folder: 'src/search', imports: 'payload', says: pure },
  { folder: 'src/delivery', imports: 'react', says: pure },
  { folder: 'src/webhooks', imports: '@/publishing', says: direction },
  { folder: 'src/webhooks', imports: 'payload', says: pure },
  { folder: 'src/access', imports: '@/releases', says: direction },
  { folder: 'src/operations', imports: '@/workflow', says: direction },
  { folder: 'src/operations', imports: 'payload', says: pure },
  { folder: 'src/operations', imports: '@/audit', says: undefined },
  { folder: 'src/publishing', imports: '@/workflow', says: direction },
  { folder: 'src/workflow', imports: '../access/rules', says: upwards },
  { folder: 'src/workflow', imports: '@/access/rules', says: door },
  { folder: 'src/intake', imports: '@collections/index', says: 'src never imports collections' },
  { folder: 'src/releases', imports: '@/intake', says: direction },
  { folder: 'src/admin/log', imports: '@/delivery', says: direction },
  { folder: 'src/admin/log', imports: '@/access', says: 'Client components take props', end: '.client.tsx' },
  { folder: 'src/admin/log', imports: '@/admin/words', says: door },
  { folder: 'src/admin/log', imports: '../../access/rules', says: "never '../../'" },
  { folder: 'src/admin/log', imports: '../words', says: undefined },
  { folder: 'collections', imports: '@/publishing', says: direction },
  { folder: 'src/formats', imports: '@/lib/hash', says: undefined },
  { folder: 'src/delivery', imports: '@/contract', says: undefined },
  { folder: 'src/releases', imports: '@/publishing', says: undefined },
]

/** The linter sees files only inside the checkout; these go again at once. */
const fileOf = (index: number): string =>
  `${cases[index]?.folder}/zz-room-${index}${cases[index]?.end ?? '.ts'}`
const files = cases.map((_case, index) => fileOf(index))
const said = new Map<string, string[]>()

beforeAll(async () => {
  cases.forEach(({ folder, imports }, index) => {
    mkdirSync(path.join(root, folder), { recursive: true })
    writeFileSync(
      path.join(root, fileOf(index)),
      `import { x } from '${imports}'\n\nexport const value = x\n`,
    )
  })
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [oxlint, '--format=json', ...files], { cwd: root }, (_error, stdout) =>
      resolve(stdout),
    )
  })
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { code: string; filename: string; help?: string; message: string }[]
  }
  for (const { code, filename, help = '', message } of diagnostics) {
    if (!code.includes('no-restricted-imports')) continue
    const name = path.relative(root, path.resolve(root, filename))
    said.set(name, [...(said.get(name) ?? []), `${help} ${message}`])
  }
}, 120_000)

afterAll(() => {
  for (const file of files) rmSync(path.join(root, file), { force: true })
})

const numbered = cases.map((row, index) => ({ ...row, index }))
const wordsAbout = (index: number): string => (said.get(fileOf(index)) ?? []).join('\n')

test.each(numbered.filter((row) => row.says))('$folder may not import $imports', ({ says, index }) => {
  expect(wordsAbout(index)).toContain(says)
})

test.each(numbered.filter((row) => !row.says))('$folder may import $imports', ({ index }) => {
  expect(wordsAbout(index)).toBe('')
})
