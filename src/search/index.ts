export { askedWords } from './ask'
export { matcher, type Matcher } from './matcher'
export { nameKeys } from './name-keys'
export { configOf, ownWords, plainWords, readingEdition } from './words'
