export type { Counts } from './counts'
export { startDelivery, type Delivery, type DeliverySettings } from './server'
