// Faults, switched on and off.

import { get, post, remove } from './api.js'
import { byId, element, settle } from './dom.js'

const form = byId('charge')
const NONE = element('li', { class: 'none' }, 'None is on.')
let known = new Map()
let cards = new Map()

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

/** Shows which are on, and how often they have acted. A card stays as long as its fault, so that no click is lost. */
export async function showFaults() {
  const { faults } = await get('/faults')
  cards = new Map(faults.map((fault) => [fault.id, cards.get(fault.id) ?? card(fault)]))
  for (const fault of faults) cards.get(fault.id).querySelector('.quiet').textContent = about(fault)
  const list = byId('charges')
  const items = cards.size > 0 ? [...cards.values()] : [NONE]
  if (items.length === list.children.length && items.every((item, at) => item === list.children[at])) return
  const focused = document.activeElement
  list.replaceChildren(...items)
  if (list.contains(focused)) focused.focus()
}

function card(fault) {
  const off = element('button', { type: 'button', 'data-fault': fault.id, 'aria-label': `Switch ${fault.name} off` }, 'Switch off')
  off.addEventListener('click', () => settle(form, () => switchOff(fault)))
  return element('li', {}, element('span', {}, element('strong', {}, fault.name), ' ', element('span', { class: 'quiet' })), off)
}

function about(fault) {
  const rules = fault.rules.length > 0 ? `breaks ${fault.rules.join(', ')}` : 'breaks no rule'
  const times = fault.activations === 1 ? 'once' : `${fault.activations} times`
  return [rules, inWords(fault.condition), `acted ${times}`].filter(Boolean).join('; ')
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
