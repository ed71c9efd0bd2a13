export { openMail, type Mail } from './open-mail'
