export { decodePicture, pictureExits } from './decode'
export { inspectPicture, pictureLimits } from './inspect'
export {
  packAnswer,
  type Focus,
  type MadeRendition,
  type PictureOrder,
  type Rendition,
  type RenditionType,
  type ToldFacts,
} from './picture'
export { bucketConfig } from './bucket'
export { pictureStore, placeOf, randomName } from './store'
