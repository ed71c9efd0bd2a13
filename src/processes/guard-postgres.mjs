// Ends Postgres when the process that started it is gone, however it went. Its one argument is the data folder.

import { readPid } from './postgres.mjs'
import { isRunning } from './process-ids.mjs'

const cluster = process.argv[2] ?? ''
// Ctrl-C in the terminal is for the parent, which stops its parts in order.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => undefined)

process.once('disconnect', () => void endServer())

async function endServer() {
  const pid = readPid(cluster)
  if (pid === undefined || !isRunning(pid, cluster)) process.exit(0)
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 80 && isRunning(pid, cluster); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 250))
  if (isRunning(pid, cluster)) process.kill(pid, 'SIGQUIT')
  process.exit(0)
}
