export { limits } from './limits'
export { prepareQuestion, Unanswerable, type Prepared, type Question } from './prepare'
export { graphqlRefusal, overLimit } from './refusal'
export { graphqlApi, type Api, type Relation, type Root } from './schema'
