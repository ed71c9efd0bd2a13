export { answerPreview } from './answer-preview'
export { frame } from './page-frame'
export { readerOf } from './reader'
export { previewEndpoint, type PreviewAddress } from './endpoint'
