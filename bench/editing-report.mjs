/** A table for people: a block for each step, a line for each size. @param {any} found */
export function printEditing({ setting, sizes }) {
  const out = [
    `Each laureate with an award entry and a biography, all public but for ${sizes[0].open} that are worked on.\n`,
    `Node ${setting.node}, ${setting.cores} × ${setting.cpu}\n\n`,
    line(['', 'least ms', 'median ms', 'p95 ms', 'statements']),
  ]
  for (const name of Object.keys(sizes[0].steps)) {
    out.push(`${name}\n`)
    for (const { laureates, languages, versions, steps } of sizes) {
      const { least, p50, p95, statements } = steps[name]
      const size = `  ${laureates} laureates × ${languages} languages × ${versions} versions`
      out.push(line([size, least.toFixed(1), p50.toFixed(1), p95.toFixed(1), statements]))
    }
  }
  for (const { laureates, languages, versions, documents, rows, loadSeconds } of sizes)
    out.push(
      `\n${laureates} × ${languages} × ${versions}: ${documents} documents, ${rows.versions} rows of versions, ${rows.revisions} revisions; loaded in ${loadSeconds} s`,
    )
  process.stdout.write(`${out.join('')}\n`)
}

/** @param {unknown[]} cells */
const line = ([first, ...cells]) =>
  `${String(first).padEnd(52)}${cells.map((cell) => String(cell).padStart(12)).join('')}\n`
