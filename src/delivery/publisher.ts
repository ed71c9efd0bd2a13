/** Who speaks, and where: for what leaves with whole addresses. Never from a header of the request, which strangers write. */
export type Publisher = {
  name: string
  /** The address of this API, without a slash at the end. */
  apiUrl: string
  /** The address of the website, without a slash at the end; null where it is not known. */
  siteUrl: string | null
}
