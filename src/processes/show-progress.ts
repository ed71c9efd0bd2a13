const everyMs = 2000

/** Says every two seconds how far a long piece of work has come. */
export function showProgress(): (what: string, done: number, total: number) => void {
  let next = Date.now() + everyMs
  return (what, done, total) => {
    if (Date.now() < next) return
    next = Date.now() + everyMs
    process.stderr.write(`${what}: ${done} of ${total}\n`)
  }
}
