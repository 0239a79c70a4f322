// The page as a whole: it follows the journal, and looks around again where a line says that something changed.

import { get, keepToken, takeTokenFromAddress } from './api.js'
import { offerProjects } from './broadcast.js'
import { redraw } from './diagram.js'
import { byId, counted } from './dom.js'
import { listKnown, showFaults } from './faults.js'
import { follow } from './journal.js'
import { add, forget, goTo, isFrame, remarked } from './lines.js'
import { showPeople } from './people.js'
import { forgetRules, readRules } from './rules.js'

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

let seen = 0

/** The critic may be behind the page: it is asked again until it has read what is shown. */
const lookAtRules = calmly(async () => {
  const { lines, read } = await readRules()
  remarked(lines)
  if (read < seen) lookAtRules()
})

const movesSomebody = (line) => !isFrame(line) || /^phx_/.test(line.about.event ?? '')

function told(lines) {
  add(lines)
  if (lines.some(movesSomebody)) lookAround()
  if (lines.length > 0) {
    seen = lines.at(-1).n + 1
    drawAgain()
    countFaults()
    lookAtRules()
  }
}

function reset() {
  seen = 0
  forgetRules()
  forget()
  lookAtRules()
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
  lookAtRules()
  countFaults()
  drawAgain()
  listKnown().catch(state)
}

byId('login').addEventListener('submit', (event) => {
  event.preventDefault()
  keepToken(event.target.elements.token.value)
  event.target.reset()
})

byId('broken').addEventListener('click', ({ target }) => {
  const line = target.dataset.line
  if (line === undefined) return
  byId('gone').value = goTo(Number(line)) ? '' : `Line ${line} is not in the list: a filter hides it, or it is too old.`
})

takeTokenFromAddress()
begin()
follow({ told, reset, state })
