export { examine } from './examine'
export { printFindings, type Finding } from './finding'
export type { Installation } from './installation'
