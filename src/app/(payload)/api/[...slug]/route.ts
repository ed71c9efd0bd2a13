import config from '@payload-config'
import { deskEnv } from '@/lib/env'
import { answerRest } from '@/workflow'

const answer = answerRest(config, deskEnv().SERVER_URL)

export const GET = answer
export const POST = answer
export const PATCH = answer
export const DELETE = answer
