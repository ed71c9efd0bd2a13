export {
  askPresentPassword,
  closePayloadSignIn,
  closePayloadSignOut,
  endSessionsAfterChange,
  guardPassword,
} from './people-hooks'
export { prepareSignIn } from './prepare'
export { secondStepAccountEndpoints } from './second-step-account'
export { secondStepEndpoints } from './second-step-endpoints'
export { signInEndpoints } from './sign-in-endpoints'
export { deskSession, fullSessionOf, personOfSession, waitingOf } from './strategy'
