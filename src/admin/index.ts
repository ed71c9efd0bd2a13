export { describe } from './describe'
export { importEndpoints } from './import-endpoints'
export { shell, translations } from './shell'
