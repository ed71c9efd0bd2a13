// `npm start` and `npm run dev`. Nothing is imported before the version of Node is known to be enough: an older
// one would fail on an import with a message that helps nobody.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 20 || (major === 20 && minor >= 20)) {
  await import('./run-everything.mjs')
} else {
  process.stderr.write(
    `Node ${process.versions.node} is too old. Install Node 20.20 or newer from https://nodejs.org, then start again.\n`,
  )
  process.exitCode = 1
}
