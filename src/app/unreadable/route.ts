import config from '@payload-config'
import { answerUnreadable } from '@/admin'

const answer = answerUnreadable(config)

export const dynamic = 'force-dynamic'
export const GET = answer
export const HEAD = answer
export const POST = answer
export const PUT = answer
export const PATCH = answer
export const DELETE = answer
export const OPTIONS = answer
