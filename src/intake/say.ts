import { phrasebook } from '@/lib/sentence'
import { filePhrases } from './words-files'
import { answerPhrases, questionPhrases } from './words-questions'
import { rowPhrases } from './words-rows'

export const intakePhrases = { ...rowPhrases, ...questionPhrases, ...answerPhrases, ...filePhrases }

export const say = phrasebook(intakePhrases)
