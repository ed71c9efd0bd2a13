// The way to a value. People count rows from 1, forms from 0.

const counted = (path: readonly string[], step: 1 | -1): string[] =>
  path.map((key) => (/^\d+$/.test(key) ? String(Number(key) + step) : key))

/** As people count, where forms do. */
export const fromOne = (path: readonly string[]): string[] => counted(path, 1)

/** The path of a form's field, where people count. */
export const inForm = (path: readonly string[]): string => counted(path, -1).join('.')
