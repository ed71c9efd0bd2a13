import { openapiPath, type JsonObject } from './openapi-path'
import { pressKitSchema } from './press-kits'

// Answers that are files and are sent piece by piece, and what they are of.

/** Files of pictures, and press kits. */
export const filePaths = (): JsonObject => ({
  '/v1/media/{id}/{file}': inRanges(
    openapiPath({
      id: 'getMediaFile',
      summary: 'Read a file of a picture',
      tag: 'media',
      address: '/{id}/{file}',
      parameters: [],
      media: { type: 'image/*', description: 'The bytes, with their credit in them (XMP).' },
    }),
  ),
  '/v1/press-kits/{prize}/{year}': openapiPath({
    id: 'getPressKit',
    summary: 'Read what the press may take of one prize in one year',
    tag: 'press-kits',
    address: '/{prize}/{year}',
    parameters: [],
    schemas: [pressKitSchema],
  }),
  '/v1/press-kits/{prize}/{year}.zip': openapiPath({
    id: 'getPressKitArchive',
    summary: 'Read the same as one ZIP file',
    tag: 'press-kits',
    address: '/{prize}/{year}',
    parameters: [],
    media: {
      type: 'application/zip',
      description: 'Pictures, texts as HTML and plain text, credits, and the JSON.',
    },
  }),
})

const range: JsonObject = {
  name: 'Range',
  in: 'header',
  description: 'One range of bytes (RFC 9110); several get the whole.',
  schema: { type: 'string' },
}

/** A path that also answers with a part, and never with a redirect. */
function inRanges({ get }: JsonObject): JsonObject {
  const { parameters, responses, ...operation } = get as { parameters: JsonObject[]; responses: JsonObject }
  const { '308': _moved, ...others } = responses
  return {
    get: {
      ...operation,
      parameters: [...parameters, range],
      responses: {
        ...others,
        '206': {
          description: 'The part that was asked for.',
          content: { 'image/*': { schema: { type: 'string', description: 'Bytes.' } } },
        },
        '416': { $ref: '#/components/responses/range-not-satisfiable' },
      },
    },
  }
}
