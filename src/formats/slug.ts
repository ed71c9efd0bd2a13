import slugify from '@sindresorhus/slugify'

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const longest = 120

/** A web address part from a Latin name: lower case, ASCII, hyphens; empty where nothing is left. */
export const toSlug = (name: string): string =>
  slugify(name.normalize('NFC'), { decamelize: false }).slice(0, longest).replace(/-+$/, '')

/** True for lower-case ASCII letters, digits and single inner hyphens, at most 120 characters. */
export const isSlug = (value: string): boolean => value.length <= longest && shape.test(value)
