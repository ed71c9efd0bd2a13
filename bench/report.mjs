/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Rounded to microseconds. @param {Float64Array} sorted @param {number} percent */
export const percentile = (sorted, percent) =>
  Number(
    (sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN).toFixed(
      3,
    ),
  )

const names = {
  hot: 'single, one address',
  random: 'single, all addresses',
  list: 'list of 50',
  304: 'not modified',
}

const order = ['hot', 'random', 'list', '304']

/** A table for people. @param {any} found */
export function printReport({ ratios, results, rssMib, setting }) {
  const line = (cells) =>
    `${cells[0].padEnd(24)}${cells
      .slice(1)
      .map((cell) => String(cell).padStart(13))
      .join('')}\n`
  const out = [
    `${setting.laureates} laureates in 5 languages, ${setting.addresses} addresses, ${setting.connections} keep-alive connections,\n`,
    `${setting.pairs} pairs of ${setting.sliceMs / 1000} s slices, Node ${setting.node}, ${setting.cpu}\n\n`,
    line([
      '',
      'ratio',
      'delivery/s',
      'bare/s',
      'p50 ms',
      'p99 ms',
      'bare p50',
      'bare p99',
      'CPU µs',
      'bare CPU',
    ]),
    ...order
      .map((name) => [name, results[name]])
      .map(([name, { delivery, bare }]) =>
        line([
          names[name],
          ratios[name].toFixed(2),
          delivery.perSecond,
          bare.perSecond,
          delivery.p50,
          delivery.p99,
          bare.p50,
          bare.p99,
          delivery.cpuMicroseconds,
          bare.cpuMicroseconds,
        ]),
      ),
    `\nMemory (RSS): delivery ${rssMib.delivery} MiB, bare ${rssMib.bare} MiB\n`,
  ]
  process.stdout.write(out.join(''))
}
