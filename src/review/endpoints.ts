import type { Endpoint } from 'payload'
import type { ContentCollection } from '@/access'
import { historyEndpoints } from './history-endpoints'
import { assignEndpoints } from './assign-endpoints'
import { commentEndpoints } from './comment-endpoints'
import { translationEndpoints } from './translation-endpoints'

/** The addresses of this room for one kind of documents. */
export const reviewEndpoints = (collection: ContentCollection): Omit<Endpoint, 'root'>[] => [
  ...historyEndpoints(collection),
  ...translationEndpoints(collection),
  ...commentEndpoints(collection),
  ...assignEndpoints(collection),
]
