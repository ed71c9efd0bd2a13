// Loaded before a child's own program (`node --import`). The parent holds the other end of a pipe; when it
// goes, however it goes, the pipe closes. Then the child and everything that it started end too.

import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

// Threads and children of the child load this too; the pipe is for the child alone.
if (isMainThread && process.env['LAUREATE_DESK_PARENT'] === String(process.ppid)) {
  const pipe = new Socket({ fd: 3, readable: true, writable: false })
  pipe
    .once('close', endGroup)
    .on('error', () => undefined)
    .resume()
  // Watching must not keep alive a program that has nothing left to do.
  pipe.unref()
}

function endGroup() {
  setTimeout(() => signalGroup('SIGKILL'), 5000).unref()
  signalGroup('SIGTERM')
}

/** The child leads a group of processes. @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    process.kill(-process.pid, signal)
  } catch {
    process.kill(process.pid, signal)
  }
}
