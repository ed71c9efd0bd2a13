export { heading, paragraph, richText } from './build'
export { render, type Quoted } from './convert'
export { richTextProblem, richTextSchema, type RichText } from './schema'
