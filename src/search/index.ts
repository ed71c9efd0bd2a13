export { askedWords, type AskedWord } from './ask'
export { nameKeys } from './name-keys'
export { configOf, ownWords, plainWords, readingEdition } from './words'
