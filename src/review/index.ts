export { answerSent } from './answer-sent'
export { reviewEndpoints } from './endpoints'
