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
export { writeCredits } from './write-credits'
export { xmpPacket, type Credits } from './xmp-packet'
export { pictureStore, placeOf, randomName } from './store'
