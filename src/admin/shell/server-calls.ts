import type { ServerFunctionClientArgs } from 'payload'

/**
 * What screens ask of the framework's server functions, without its own question whether the document was saved by
 * somebody else: that one sees no languages, comes before anything is lost, and offers to throw away what was typed.
 */
export function withoutStaleNotice({ name, args }: ServerFunctionClientArgs): ServerFunctionClientArgs {
  return name === 'form-state' ? { name, args: { ...args, checkForStaleData: false } } : { name, args }
}
