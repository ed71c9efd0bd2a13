import { getRequestLanguage, parseCookies, type SanitizedConfig } from 'payload'
import { screenLanguage, type ScreenLanguage } from '@/lib/sentence'

/** The language of the screens of whoever reads: by the cookie of the screens, else as the browser asks. */
export const readerOf = (config: SanitizedConfig, headers: Headers): ScreenLanguage =>
  screenLanguage(getRequestLanguage({ config, cookies: parseCookies(headers), headers }))
