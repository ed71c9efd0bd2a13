import { frameworkDe } from '../words/framework-de'
import { frameworkEn } from '../words/framework-en'
import { frameworkSv } from '../words/framework-sv'

/** What the framework's own screens say, by the language of the screens. */
export const translations = { en: frameworkEn, sv: frameworkSv, de: frameworkDe }
