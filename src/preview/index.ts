export { answerPreview } from './answer-preview'
export { previewEndpoint, type PreviewAddress } from './endpoint'
