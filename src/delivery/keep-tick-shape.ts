import { executionAsyncResource } from 'node:async_hooks'

// Node makes an object for each `process.nextTick`, some six in each answer. The engine knows their shape by a weak reference:
// between two answers there is no such object, so when it collects while nothing is asked the shape is gone, and from then on
// each of these objects is made the slow way, which is a fifth of what an answer from memory costs. One that is kept for good keeps
// the shape.

let kept: object | undefined

/** Resolves with the object that is kept. The first call keeps it; to be called before anything has been collected. */
export const keepTickShape = (): Promise<object> =>
  new Promise((resolve) => {
    process.nextTick(() => resolve((kept ??= executionAsyncResource())))
  })
