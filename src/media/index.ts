export { decodePicture, pictureExits } from './decode'
export { inspectPicture, pictureLimits } from './inspect'
export {
  endings,
  packAnswer,
  type Focus,
  type MadeRendition,
  type PictureOrder,
  type Rendition,
  type RenditionType,
  type ToldFacts,
} from './picture'
export { bucketConfig } from './bucket'
export { bucketFiles } from './bucket-files'
export { creditsMark, writeCredits } from './write-credits'
export type { Credits } from './xmp-packet'
export { keepFormer, pictureStore, placeOf, randomName, readRendition } from './store'
