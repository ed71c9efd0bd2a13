import { Problem, printFailure } from './steps.mjs'

/** Prints what a command has to say, and gives the exit code that it ends with. */
export function say(text: string, exitCode = 0): number {
  process.stdout.write(text)
  return exitCode
}

/** Runs a command to its end. A mistake of the caller is one line; anything else is a bug and shows where it happened. */
export async function finish(run: () => Promise<number>, failed = 1): Promise<void> {
  const exitCode = await run().catch((error: unknown) => {
    const isMistake = error instanceof Problem || (error instanceof TypeError && 'code' in error)
    if (isMistake) process.stderr.write(`${error.message}\n`)
    else printFailure(error)
    return failed
  })
  // A pipe may still be reading: let it take everything before the process ends.
  process.stdout.write('', () => process.exit(exitCode))
}
