export { heading, paragraph, richText } from './build'
export { render, type Block, type Rendition, type Run, type Section } from './convert'
export { richTextProblem, richTextSchema, type RichText, type TopLevelNode } from './schema'
