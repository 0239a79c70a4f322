// The journal, page by page. The page sets the pace: it asks for more when it has shown what it had, so that
// neither a burst nor a hidden tab makes the mock write what nobody can read.

import { get } from './api.js'

const AT_ONCE = 500
const PATIENCE_IN_SECONDS = 20
const BEFORE_ANOTHER_TRY_IN_MS = 1000

const nextFrame = () => new Promise(requestAnimationFrame)
const later = () => new Promise((done) => setTimeout(done, BEFORE_ANOTHER_TRY_IN_MS))

/** Reads for ever; `told` gets lines, `reset` is called where they begin anew, `state` hears how it goes. */
export async function follow({ told, reset, state }) {
  let since = 0
  let patience = 0
  for (;;) {
    try {
      const page = await get(`/journal?since=${since}&limit=${AT_ONCE}&wait=${patience}`)
      state(null)
      patience = PATIENCE_IN_SECONDS
      if (page.next < since) {
        reset()
        since = 0
        continue
      }
      since = page.next
      await nextFrame()
      told(page.entries)
    } catch (failure) {
      state(failure)
      patience = 0
      await later()
    }
  }
}
