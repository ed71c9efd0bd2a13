export { unitEndpoints } from './endpoints'
export { publishNow, takeDown, type Target } from './publish-now'
