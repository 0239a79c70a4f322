// The box that puts a broadcast into a topic.

import { post } from './api.js'
import { byId, counted, offer, settle } from './dom.js'

const form = byId('send')

/** Projects beside the usual one; without any there is nothing to choose. */
export function offerProjects(projects) {
  offer(form.elements.project, projects)
  form.elements.project.closest('label').hidden = projects.length === 0
}

async function send() {
  const { topic, event, project, via } = form.elements
  const message = { topic: topic.value.replace(/^realtime:/, ''), event: event.value, payload: payload(), via: via.value, private: form.elements.private.checked }
  const { receivers } = await post('/broadcast', project.value === '' ? message : { ...message, project: project.value })
  return `Handed to ${counted(receivers, 'member')}.`
}

function payload() {
  const text = form.elements.payload.value.trim()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch (noJson) {
    throw new Error(`The payload is no JSON: ${noJson.message}`)
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  settle(form, send)
})
