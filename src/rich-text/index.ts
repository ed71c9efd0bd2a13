export { heading, paragraph, richText } from './build'
export { render } from './convert'
export { richTextProblem, richTextSchema, type RichText } from './schema'
