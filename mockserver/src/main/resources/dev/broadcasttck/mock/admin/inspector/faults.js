// Faults, switched on and off.

import { get, post, remove } from './api.js'
import { byId, element, settle } from './dom.js'

const form = byId('charge')
let known = new Map()

export async function listKnown() {
  const all = (await get('/faults/known')).known.filter((fault) => fault.switchable)
  known = new Map(all.map((fault) => [fault.name, fault]))
  const kinds = [...new Set(all.map((fault) => fault.kind))]
  form.elements.name.replaceChildren(element('option', { value: '' }, 'choose one'), ...kinds.map((kind) => group(kind, all)))
}

const LABELS = { fault: 'Break a rule', oddity: 'Odd, but within the rules', calamity: 'Accidents of the wire' }

function group(kind, all) {
  const options = all.filter((fault) => fault.kind === kind).map((fault) => element('option', { value: fault.name }, fault.name))
  return element('optgroup', { label: LABELS[kind] ?? kind }, ...options)
}

/** Shows which are on, and how often they have acted. */
export async function showFaults() {
  const { faults } = await get('/faults')
  const focused = document.activeElement?.dataset?.fault
  byId('charges').replaceChildren(...(faults.length > 0 ? faults.map(card) : [element('li', { class: 'none' }, 'None is on.')]))
  if (focused) byId('charges').querySelector(`[data-fault="${focused}"]`)?.focus()
}

function card(fault) {
  const off = element('button', { type: 'button', 'data-fault': fault.id, 'aria-label': `Switch ${fault.name} off` }, 'Switch off')
  off.addEventListener('click', () => settle(form, () => switchOff(fault)))
  const rules = fault.rules.length > 0 ? `breaks ${fault.rules.join(', ')}` : 'breaks no rule'
  const times = fault.activations === 1 ? 'once' : `${fault.activations} times`
  const words = [rules, inWords(fault.condition), `acted ${times}`].filter(Boolean).join('; ')
  return element('li', {}, element('span', {}, element('strong', {}, fault.name), ' ', element('span', { class: 'quiet' }, words)), off)
}

const inWords = (condition) => Object.entries(condition).map(([name, value]) => (value === true ? name : `${name} ${value}`)).join(', ')

async function switchOff(fault) {
  await remove(`/faults/${fault.id}`)
  await showFaults()
  return `${fault.name} is off.`
}

async function switchOn() {
  const fault = await post('/faults', { name: form.elements.name.value, condition: condition() })
  await showFaults()
  return `${fault.name} is on.`
}

function condition() {
  const { topic, event, nth, probability, seed, once } = form.elements
  const condition = {}
  for (const text of [topic, event]) if (text.value !== '') condition[text.name] = text.value
  for (const number of [nth, probability, seed]) if (number.value !== '') condition[number.name] = Number(number.value)
  return once.checked ? { ...condition, once: true } : condition
}

function describe() {
  const fault = known.get(form.elements.name.value)
  const rules = fault?.rules.length > 0 ? `Breaks ${fault.rules.join(', ')}.` : ''
  byId('about-fault').textContent = [fault?.about, rules].filter(Boolean).join(' ')
}

form.elements.name.addEventListener('change', describe)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  settle(form, switchOn)
})
