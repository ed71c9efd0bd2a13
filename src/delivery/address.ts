/** The public path of a resource. */
export const addressOf = (resource: string, slug: string): string =>
  `/v1/${resource}/${slug.split('/').map(encodeURIComponent).join('/')}`
