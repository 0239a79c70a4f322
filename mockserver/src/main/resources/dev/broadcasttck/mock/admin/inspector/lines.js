// The list of lines: the newest first, never more of them in the document than somebody could read.

import { get } from './api.js'
import { decode } from './codec.js'
import { byId, element, offer } from './dom.js'
import { remarksOn, told as remark } from './rules.js'

const KEPT = 5000
const SHOWN = 200

const filter = byId('filter')
const list = byId('lines')
const seen = { sockets: new Set(), topics: new Set(), events: new Set() }

let kept = []
let came = 0
let paused = false

export const isFrame = (line) => line.kind === 'received' || line.kind === 'sent'
export const eventOf = (line) => [line.about?.event, line.about?.userEvent].filter(Boolean).join(' ')

/** All lines of a topic that are still kept, the oldest first. */
export const ofTopic = (topic) => kept.filter((line) => isFrame(line) && line.about.topic === topic)
export const topicsSeen = () => [...seen.topics].sort()

export function add(lines) {
  if (lines.length > 0) came = lines.at(-1).n + 1
  kept.push(...lines)
  if (kept.length > KEPT) kept = kept.slice(-KEPT)
  notice(lines)
  if (!paused) show(lines.filter(wanted()))
  count()
}

function show(fresh) {
  list.prepend(...fresh.slice(-SHOWN).reverse().map(row))
  while (list.childElementCount > SHOWN) list.lastElementChild.remove()
}

export function forget() {
  kept = []
  came = 0
  Object.values(seen).forEach((values) => values.clear())
  showAnew()
}

function showAnew() {
  list.replaceChildren()
  show(kept.filter(wanted()))
  count()
}

const SHOWN_LINES = { frames: isFrame, broken: (line) => remarksOn(line.n).length > 0, all: () => true }

function wanted() {
  const { socket, topic, event, lines } = Object.fromEntries(new FormData(filter))
  return (line) =>
    SHOWN_LINES[lines](line) &&
    (socket === '' || line.socket === Number(socket)) &&
    (topic === '' || (line.about?.topic ?? '').includes(topic)) &&
    (event === '' || eventOf(line).includes(event))
}

function count() {
  const number = came.toLocaleString('en')
  const waiting = paused ? ' Paused: what comes is kept, and shown when you go on.' : ''
  byId('count').textContent =
    came === 0 ? 'No line yet.' : `${number} lines came, the last ${kept.length.toLocaleString('en')} are kept, ${list.childElementCount} are shown.${waiting}`
}

/** Offers what was seen to the filters, and topics without their prefix to the forms. */
function notice(lines) {
  const before = Object.values(seen).map((values) => values.size).join()
  for (const line of lines) {
    if (line.socket) seen.sockets.add(line.socket)
    if (line.about?.topic) seen.topics.add(line.about.topic)
    for (const event of [line.about?.event, line.about?.userEvent]) if (event) remember(seen.events, event)
  }
  if (Object.values(seen).map((values) => values.size).join() !== before) offerAll()
}

/** Users may name events as they like, a new one each time. */
function remember(values, value) {
  if (values.size < SHOWN) values.add(value)
}

function offerAll() {
  const sockets = [...seen.sockets].sort((one, other) => other - one)
  offer(filter.elements.socket, sockets.slice(0, SHOWN))
  const names = topicsSeen().map((topic) => topic.replace(/^realtime:/, ''))
  byId('topics-seen').replaceChildren(...names.slice(0, SHOWN).map((value) => element('option', { value })))
  byId('events-seen').replaceChildren(...[...seen.events].sort().map((value) => element('option', { value })))
}

function row(line) {
  const details = element('details', {}, summary(line))
  details.addEventListener('toggle', () => open(details, line), { once: true })
  return element('li', { class: line.kind, 'data-n': line.n }, details)
}

const WAYS = { received: '→ from', sent: '← to' }

function summary(line) {
  const way = `${WAYS[line.kind] ?? ''} ${line.socket ? `socket ${line.socket}` : `call ${line.call}`}`
  const event = element('span', { class: 'event' }, isFrame(line) ? eventOf(line) || 'unreadable' : line.kind)
  if (line.how) event.append(' ', element('span', { class: 'disturbed' }, line.how))
  return element(
    'summary',
    {},
    element('span', { class: 'n' }, String(line.n)),
    element('span', { class: 'way' }, way.trim()),
    element('span', { class: 'time' }, line.at.slice(11, 23)),
    element('span', { class: 'topic', title: line.about?.topic ?? '' }, line.about?.topic ?? ''),
    event,
    ...breaches(line.n),
  )
}

/** The rules that a line breaks, as a row shows them. */
const breaches = (n) => {
  const rules = [...new Set(remarksOn(n).map((it) => it.rule))]
  return rules.length === 0 ? [] : [element('span', { class: 'breaches' }, ...rules.map((rule) => element('span', { class: 'disturbed' }, `breaks ${rule}`)))]
}

/** Shows what was remarked on lines that are in the list already. */
export function remarked(numbers) {
  if (numbers.length > 0 && filter.elements.lines.value === 'broken') return showAnew()
  for (const n of new Set(numbers)) {
    const shown = list.querySelector(`[data-n="${n}"]`)
    if (!shown) continue
    shown.querySelector('.breaches')?.remove()
    shown.querySelector('summary').append(...breaches(n))
    const content = shown.querySelector('.content')
    content?.querySelectorAll('.remark').forEach((it) => it.remove())
    content?.prepend(...remarksOn(n).map(remark))
  }
}

/** Opens a line and goes there; false where it is not in the list. */
export function goTo(n) {
  const details = list.querySelector(`[data-n="${n}"] details`)
  if (!details) return false
  details.open = true
  details.querySelector('summary').focus()
  return true
}

async function open(details, line) {
  const content = element('div', { class: 'content' })
  content.append(...remarksOn(line.n).map(remark))
  details.append(content)
  const isCut = [line.frame, line.request?.body, line.answer?.body].some((it) => it?.cut)
  try {
    content.append(...told(isCut ? await get(`/journal/${line.n}`) : line))
  } catch (failure) {
    content.append(element('p', { class: 'complaint' }, failure.message))
  }
}

function told(line) {
  if (!isFrame(line)) return [element('pre', {}, JSON.stringify(line, null, 2))]
  const pairs = decode(line.kind, line.frame).flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)])
  const raw = element('div', { class: 'raw' }, `${line.frame.bytes} bytes, as they are: `, element('code', {}, line.frame.content))
  return [element('dl', {}, ...pairs), raw]
}

function pause() {
  paused = !paused
  byId('pause').setAttribute('aria-pressed', String(paused))
  byId('pause').textContent = paused ? 'Go on' : 'Pause'
  if (paused) count()
  else showAnew()
}

function step(from, way) {
  const rows = [...list.querySelectorAll('summary')]
  const next = rows[Math.max(0, rows.indexOf(from) + way)]
  next?.focus()
}

function press(event) {
  const isTyping = event.target.matches('input, textarea, select')
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  const keys = { p: pause, c: clear, '/': () => filter.elements.topic.focus() }
  if (keys[event.key]) {
    event.preventDefault()
    keys[event.key]()
  } else if (list.contains(event.target) && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault()
    step(event.target, event.key === 'ArrowDown' ? 1 : -1)
  }
}

function clear() {
  kept = []
  showAnew()
}

for (const change of ['input', 'change']) filter.addEventListener(change, showAnew)
filter.addEventListener('submit', (event) => event.preventDefault())
byId('pause').addEventListener('click', pause)
byId('clear').addEventListener('click', clear)
document.addEventListener('keydown', press)
