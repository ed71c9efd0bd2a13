import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Sentence } from '@/lib/sentence'
import { takeTurns } from '@/lib/turns'
import { unpackAnswer, type MadeRendition, type PictureOrder, type ToldFacts } from './picture'
import { say } from './say'

// Pictures of strangers are decoded by a process of their own: without secrets, without the right to write files or
// to start programs, killed when it takes too long or too much memory.

type Limits = { milliseconds: number; bytes: number }
const limits: Limits = { milliseconds: 60_000, bytes: 1536 * 1024 * 1024 }

export type Decoded = { told: ToldFacts; made: MadeRendition[] } | { trouble: Sentence }

// A picture takes seconds of a core; whoever saves meanwhile holds a database connection.
const inTurn = takeTurns({ atOnce: 2, waiting: 8 })

/** Decodes a picture and makes its renditions. Trouble of the picture is returned; trouble of the program is thrown. */
export const decodePicture = (
  bytes: Buffer,
  order: PictureOrder,
  own: Partial<Limits> = {},
): Promise<Decoded> => inTurn(() => decode(bytes, order, { ...limits, ...own }))

const program = () => path.join(process.cwd(), 'dist', 'picture.mjs')

type Ending = 'done' | 'broken' | 'time' | 'memory'

async function decode(bytes: Buffer, order: PictureOrder, own: Limits): Promise<Decoded> {
  const child = start(order)
  const told: Buffer[] = []
  child.stdout.on('data', (data: Buffer) => told.push(data))
  // A child that ended early does not read on.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const { ending, words } = await endOf(child, own)
  if (ending === 'done') return unpackAnswer(Buffer.concat(told))
  if (ending === 'time')
    return { trouble: say('This picture takes too long to read. Export it again, or make it smaller.') }
  if (ending === 'memory')
    return { trouble: say('This picture needs too much memory to be read. Make it smaller.') }
  if (words !== '') throw new Error(`Pictures cannot be read: ${words}`)
  return {
    trouble: say('The file is broken or incomplete. Export the picture again and choose the new file.'),
  }
}

// From Node 23.5 on without the word that it is an experiment.
const permission = ['--permission', '--experimental-permission']
  .filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))
  .slice(0, 1)

function start(order: PictureOrder): ChildProcessWithoutNullStreams {
  if (!existsSync(program())) throw new Error('dist/picture.mjs is missing. Run npm run build.')
  const root = process.cwd()
  return spawn(
    process.execPath,
    [
      ...permission,
      '--allow-addons',
      `--allow-fs-read=${path.join(root, 'dist')}/*`,
      `--allow-fs-read=${path.join(root, 'node_modules')}/*`,
      `--allow-fs-read=${path.join(root, 'package.json')}`,
      '--no-warnings',
      '--max-old-space-size=192',
      program(),
      JSON.stringify(order),
    ],
    { env: { MALLOC_ARENA_MAX: '2', NODE_ENV: 'production' }, stdio: 'pipe' },
  )
}

/** Exit codes of the child: the picture could not be decoded; the picture took too much memory. */
export const pictureExits = { broken: 3, memory: 4 } as const

function endOf(
  child: ChildProcessWithoutNullStreams,
  { milliseconds, bytes }: Limits,
): Promise<{ ending: Ending; words: string }> {
  let killedFor: Ending | undefined
  let words = ''
  const kill = (reason: Ending) => {
    killedFor ??= reason
    child.kill('SIGKILL')
  }
  const timer = setTimeout(kill, milliseconds, 'time')
  const watch = setInterval(() => residentBytes(child.pid) > bytes && kill('memory'), 25)
  child.stderr.on('data', (data: Buffer) => (words = (words + data.toString()).slice(0, 2000)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      clearInterval(watch)
      const byCode = { 0: 'done', [pictureExits.memory]: 'memory' } as const
      const ending = killedFor ?? byCode[code as keyof typeof byCode] ?? 'broken'
      // What the child says of the picture is in its exit code; words are about itself.
      resolve({ ending, words: code === pictureExits.broken || killedFor ? '' : words })
    })
  })
}

// Where the system does not tell, the child watches itself.
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}
