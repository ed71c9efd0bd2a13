import { refuse } from '@/lib/errors'
import { say } from './say'

// The screens call functions of the framework on the server by name, as every signed-in person can. As with addresses of
// REST, what is not in this table does not exist: others copy from one language to another, schedule publishing, or
// come with a new version.

const open = new Set([
  // What a form and its fields show.
  'form-state',
  'render-field',
  // Documents and lists that open beside a document.
  'render-document',
  'render-document-slots',
  'render-list',
  'table-state',
])

/** Refuses (403) a function of the server that is not open. */
export function refuseClosedFunction(name: unknown): void {
  if (typeof name !== 'string' || !open.has(name)) throw refuse('door_closed', { what: say('This function') })
}
