export type { PictureFiles } from './back-up-pictures'
export { examine } from './examine'
export { printFindings, type Finding } from './finding'
export { endHold } from './hold'
export type { Installation } from './installation'
export { loadBackup } from './load-backup'
export { findDamage, openManifest, type Manifest } from './manifest'
export { restoreFiles, restorePictures } from './restore-files'
export { dropTables, findContent, listDone } from './tables-of'
export { writeBackup, type Made } from './write-backup'
export {
  buildReplica,
  finishReplica,
  missingInOffer,
  offerPublic,
  readProgress,
  type Progress,
} from './replica'
export { listPublic } from './replica-schema'
