/** Who speaks, and where: for what leaves with whole addresses. Never from a header of the request, which strangers write. */
export type Publisher = {
  name: string
  /** The address of this API, without a slash at the end. */
  apiUrl: string
  /** The address of the website, without a slash at the end; null where it is not known. */
  siteUrl: string | null
}

type Named = { DELIVERY_URL: string; SITE_URL: string | undefined; FOUNDATION_NAME: string }

const withoutSlash = (url: string): string => url.replace(/\/+$/, '')

/** As the environment names them; without a name the host of the website, or of this API, speaks. */
export function publisherOf({ DELIVERY_URL, SITE_URL, FOUNDATION_NAME }: Named): Publisher {
  const apiUrl = withoutSlash(DELIVERY_URL)
  const siteUrl = SITE_URL === undefined ? null : withoutSlash(SITE_URL)
  return { name: FOUNDATION_NAME || new URL(siteUrl ?? apiUrl).hostname, apiUrl, siteUrl }
}
