import { contentCollections, may, type ContentCollection, type Person } from '@/access'

type Query = Record<string, string | string[]>
/** `isWaiting`: between the password and the second step, so nobody yet. */
type Visitor = { person: Person | null; isWaiting: boolean }
type Route = { segments: string[]; searchParams: Query }

const managed = new Set<string>([...contentCollections, 'users'])
const isManaged = (slug: string): slug is ContentCollection | 'users' => managed.has(slug)

/**
 * The screen that this person gets for an address below `/admin`: the one that it names, or one of ours where
 * Payload would show a form that cannot work or a sentence that misleads. The address itself stays.
 */
export function screenFor(route: Route, { person, isWaiting }: Visitor): Route {
  const { segments } = route
  if (isWaiting && segments[0] !== 'logout') return { ...route, segments: ['second-step'] }
  if (segments[0] === 'reset') return { ...route, segments: ['forgot'] }
  if (!person || mayOpen(segments, person)) return { ...route, segments: ownHistory(segments) }
  // Everyone may see themselves, on a page of their own.
  const isOneself = segments.join('/') === `collections/users/${person.id}`
  return isOneself ? { ...route, segments: ['account'] } : { segments: ['not-allowed'], searchParams: {} }
}

function mayOpen([root, slug = '', document]: string[], person: Person): boolean {
  if (root === 'review') return !isManaged(slug) || may(person, slug, 'read')
  if (root !== 'collections' || !isManaged(slug)) return true
  if (document === 'create') return may(person, slug, 'create')
  return may(person, slug, 'read')
}

// The framework's own screens of versions are replaced by the history of the document.
function ownHistory(segments: string[]): string[] {
  const [root, slug = '', document = '', below] = segments
  const isReplaced = root === 'collections' && isManaged(slug) && below === 'versions'
  return isReplaced ? [root, slug, document, 'history'] : segments
}
