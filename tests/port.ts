import { randomInt } from 'node:crypto'
import { findPort } from '../src/processes/requirements.mjs'

/**
 * A free port, another one each time, so that processes that look at the same time do not choose the same.
 * Below those that systems give to outgoing connections, which could take it before it is used.
 */
export const findTestPort = (): Promise<number> => findPort(randomInt(12_000, 32_000))
