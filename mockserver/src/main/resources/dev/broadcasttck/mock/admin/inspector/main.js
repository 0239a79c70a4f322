// The page as a whole: it follows the journal, and looks around again where a line says that something changed.

import { get, keepToken, takeTokenFromAddress } from './api.js'
import { offerProjects } from './broadcast.js'
import { redraw } from './diagram.js'
import { byId, counted } from './dom.js'
import { listKnown, showFaults } from './faults.js'
import { follow } from './journal.js'
import { add, forget, isFrame } from './lines.js'
import { showPeople } from './people.js'

const AT_MOST_EACH_MS = 300
const NO_TOKEN = 401

/** Does something soon after it is wanted, however often that is, and never twice at a time. */
function calmly(work) {
  let wanted = false
  let busy = false
  return async function want() {
    wanted = true
    if (busy) return
    busy = true
    while (wanted) {
      wanted = false
      try {
        await work()
      } catch (failure) {
        state(failure)
      }
      await new Promise((done) => setTimeout(done, AT_MOST_EACH_MS))
    }
    busy = false
  }
}

const lookAround = calmly(async () => {
  const glance = await get('')
  byId('glance').textContent = `${glance.url}, ${counted(glance.sockets, 'socket')} in ${counted(glance.topics, 'topic')}`
  offerProjects(glance.projects)
  await showPeople()
})
const drawAgain = calmly(async () => redraw())
const countFaults = calmly(showFaults)

const movesSomebody = (line) => !isFrame(line) || /^phx_/.test(line.about.event ?? '')

function told(lines) {
  add(lines)
  if (lines.some(movesSomebody)) lookAround()
  if (lines.length > 0) {
    drawAgain()
    countFaults()
  }
}

function reset() {
  forget()
  lookAround()
  drawAgain()
  countFaults()
}

let toldOfFailure = false

function state(failure) {
  byId('login').hidden = failure?.status !== NO_TOKEN
  byId('state').textContent = failure === null ? '' : failure.status ? failure.message : 'The mock cannot be reached; trying again.'
  if (failure === null && toldOfFailure) begin()
  toldOfFailure = failure !== null
}

function begin() {
  lookAround()
  countFaults()
  drawAgain()
  listKnown().catch(state)
}

byId('login').addEventListener('submit', (event) => {
  event.preventDefault()
  keepToken(event.target.elements.token.value)
  event.target.reset()
})

takeTokenFromAddress()
begin()
follow({ told, reset, state })
