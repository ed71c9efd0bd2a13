export { describe } from './describe'
export { shell, translations } from './shell'
