import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chooseReporters } from './tests/test-report.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const alias = [
  { find: '@payload-config', replacement: at('./payload.config.ts') },
  { find: /^@collections$/, replacement: at('./collections/index.ts') },
  { find: /^@collections\//, replacement: at('./collections/') },
  { find: '@migrations', replacement: at('./migrations/index.ts') },
  { find: /^@\//, replacement: at('./src/') },
]

// One process per file, and the time that Payload takes to start on a busy machine.
const onPostgres = {
  pool: 'forks' as const,
  // As in the desk itself (run-command.mjs); Vite resolves with the condition `development`.
  execArgv: ['--conditions=development'],
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // Payload's admin components import styles, which Node alone cannot load.
  server: { deps: { inline: [/@payloadcms/] } },
}

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: chooseReporters(),
    // Vitest leaves one core to itself, but has little to do while the tests run.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'collections/**/*.test.ts',
            'bench/**/*.test.ts',
            'tests/unit/**/*.test.ts',
          ],
          pool: 'threads',
          testTimeout: 60_000,
        },
      },
      // The same surroundings; each is a stage of its own, as soon as its folder is there.
      ...['integration', 'matrix', 'nightly'].map((name) => ({
        extends: true as const,
        test: {
          ...onPostgres,
          name,
          include: [`tests/${name}/**/*.test.ts`],
          globalSetup: ['tests/database-setup.ts'],
          setupFiles: ['tests/remember-hashes.ts'],
        },
      })),
      {
        extends: true,
        test: {
          ...onPostgres,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/app-setup.ts'],
          // One desk, one browser: the files take turns.
          fileParallelism: false,
        },
      },
    ],
  },
})
