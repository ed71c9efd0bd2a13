// `npm run import`: content from outside, as drafts. See import-options.ts for the words.

import { Refusal } from '@/lib/errors'
import { help, readCommand } from './import-options'
import { Problem, printFailure } from './steps.mjs'

async function run(): Promise<number> {
  const command = readCommand(process.argv.slice(2))
  switch (command.name) {
    case 'page':
      return (await import('./import-page')).importPage(command.options)
    case 'nobel':
      return (await import('./import-nobel')).importNobelFile(command.options)
    case 'help':
      return say(process.stdout, help, 0)
    case 'mistake':
      return say(process.stderr, `${command.message}\n`, 1)
    default:
      return command satisfies never
  }
}

function say(stream: NodeJS.WriteStream, text: string, exitCode: number): number {
  stream.write(text)
  return exitCode
}

function fail(error: unknown): number {
  // What a person can put right is one message; anything else is a bug and shows where it happened.
  if (error instanceof Problem || error instanceof Refusal || isRejection(error))
    return say(process.stderr, `${error.message}\n`, 1)
  printFailure(error)
  return 1
}

// Payload's own refusals, by their shape: loading Payload to name their class would cost seconds.
const isRejection = (error: unknown): error is Error =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500

const exitCode = await run().catch(fail)
// A pipe may still be reading: let it take everything before the process ends.
process.stdout.write('', () => process.exit(exitCode))
