export { resolveByDns } from './destination'
export {
  addEndpoint,
  changeEndpoint,
  deleteEndpoint,
  renewSecretOf,
  sendTest,
  turnOff,
  turnOn,
  type Desk,
} from './endpoints'
export type { Result } from './post'
export { forgetOld } from './queue'
export {
  readDeliveries,
  readEndpoints,
  type Delivery,
  type EndpointState,
  type LastTry,
} from './read-endpoints'
export { replayOne, replaySince } from './replay'
export { say } from './say'
export { keepSending } from './sender'
export { countWaiting, dropWaiting } from './waiting'
