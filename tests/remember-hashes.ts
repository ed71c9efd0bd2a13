import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

// A password's hash keeps a core busy for a sixth of a second, and tests sign in with passwords whose hash was made
// a moment ago. The same question is not worked out twice. It is counted each time.

/** How many hashes of passwords were asked for so far: what signing in costs, whatever else the machine does. */
export const hashing = { asked: 0 }

type Derive = typeof crypto.pbkdf2
const known = new Map<string, Buffer>()
const derive: Derive = crypto.pbkdf2

const remember: Derive = (...asked) => {
  const [password, salt, rounds, length, digest, done] = asked
  hashing.asked += 1
  const question = JSON.stringify([password, salt, rounds, length, digest])
  const answer = known.get(question)
  if (answer) {
    setImmediate(() => done(null, Buffer.from(answer)))
    return
  }
  derive(password, salt, rounds, length, digest, (error, key) => {
    if (!error) known.set(question, Buffer.from(key))
    done(error, key)
  })
}

crypto.pbkdf2 = remember
syncBuiltinESMExports()
