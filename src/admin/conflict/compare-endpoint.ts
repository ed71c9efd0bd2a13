import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { ContentCollection } from '@/access'
import { localeCodes } from '@/lib/locales'
import { bodyAs, doorOf, refuseUnreadable } from '@/units'
import { compareForm } from './compare'

const formSchema = z.strictObject({
  locale: z.enum(localeCodes),
  base: z.record(z.string().max(20), z.unknown()),
  data: z.record(z.string().max(200), z.unknown()),
})

/** POST /:id/compare: the form of a document beside the document as it is now → Comparison. Nothing is written. */
export const compareEndpoint = (collection: ContentCollection): Omit<Endpoint, 'root'> =>
  doorOf(collection)({
    method: 'post',
    path: '/compare',
    work: async (asked) => {
      const form = await bodyAs(asked, formSchema)
      await refuseUnreadable(asked.actor, asked)
      const { id, req } = asked
      return compareForm(req, { collection, id, form, language: req.i18n.language })
    },
  })
