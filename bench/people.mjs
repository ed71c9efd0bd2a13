// People at the desk who open one screen after the other, without a pause. In a process of their own: reading the screens
// must not keep the client waiting that takes the time of readers.

/**
 * @typedef {object} Work
 * @property {string} desk its address
 * @property {string} cookie of somebody who is signed in
 * @property {number} people
 * @property {string[]} screens
 */

/** @type {Work} */
const { desk, cookie, people, screens } = JSON.parse(process.argv[2] ?? '{}')
const state = { isOver: false, opened: 0 }
process.once('message', () => (state.isOver = true))

const work = async (_person, at) => {
  for (let next = at; !state.isOver; next += 1) {
    const answer = await fetch(`${desk}${screens[next % screens.length]}`, {
      headers: { Cookie: cookie, Origin: desk },
    })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`A screen answered ${answer.status}.`)
    state.opened += 1
  }
}
await Promise.all(Array.from({ length: people }, work))
process.send?.(state.opened)
process.disconnect()
