type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same nested object without what stands at these dotted paths. */
export function withoutPaths(data: Row, paths: readonly string[], under = ''): Record<string, unknown> {
  const entries = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    const path = `${under}${key}`
    if (paths.includes(path)) return []
    const isOnTheWay = paths.some((one) => one.startsWith(`${path}.`))
    return [[key, isOnTheWay && isRow(value) ? withoutPaths(value, paths, `${path}.`) : value]]
  })
  return Object.fromEntries(entries)
}
