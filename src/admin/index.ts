export { describe } from './describe'
export { importEndpoints } from './import-endpoints'
