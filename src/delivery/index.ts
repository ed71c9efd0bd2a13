export { startDelivery, type Delivery, type DeliverySettings } from './server'
