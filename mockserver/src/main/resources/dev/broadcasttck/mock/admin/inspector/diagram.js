// The frames of a topic as a sequence diagram: the mock's line at the left, and one for each socket.

import { byId, counted, drawn, element, offer } from './dom.js'
import { eventOf, ofTopic, topicsSeen } from './lines.js'

const ROWS = 60
const TOP = 40
const ROW = 26
const MOCK = 110
const LANE = 180
const LONGEST_LABEL = 24

const choice = byId('course').elements.topic
const drawing = byId('drawing')

/** Draws anew, with what came since. */
export function redraw() {
  offer(choice, topicsSeen())
  const frames = choice.value === '' ? [] : ofTopic(choice.value).slice(-ROWS)
  drawing.replaceChildren(frames.length === 0 ? nothing() : diagram(frames))
}

const nothing = () => element('p', { class: 'quiet' }, 'Choose a topic: its last frames are drawn here, the newest below.')

function diagram(frames) {
  const sockets = [...new Set(frames.map((frame) => frame.socket))].sort((one, other) => one - other)
  const at = new Map(sockets.map((socket, index) => [socket, MOCK + LANE * (index + 1)]))
  const width = MOCK + LANE * sockets.length + 70
  const height = TOP + ROW * frames.length + 20
  return drawn(
    'svg',
    { role: 'img', 'aria-label': inWords(frames, sockets), width, height, viewBox: `0 0 ${width} ${height}` },
    ...lane('mock', MOCK, height),
    ...sockets.flatMap((socket) => lane(`socket ${socket}`, at.get(socket), height)),
    ...frames.map((frame, index) => arrow(frame, at.get(frame.socket), TOP + ROW * (index + 1) - 4)),
  )
}

const inWords = (frames, sockets) =>
  `The last ${counted(frames.length, 'frame')} of ${choice.value}, between the mock and ${counted(sockets.length, 'socket')}; the list of frames says the same in words`

function lane(name, x, height) {
  return [
    drawn('text', { class: 'lane', x, y: 18, 'text-anchor': 'middle' }, name),
    drawn('line', { class: 'life', x1: x, x2: x, y1: 26, y2: height }),
  ]
}

function arrow(frame, x, y) {
  const from = frame.kind === 'sent' ? MOCK : x
  const to = frame.kind === 'sent' ? x : MOCK
  const back = to > from ? -7 : 7
  return drawn(
    'g',
    {},
    drawn('text', { class: 'time', x: 4, y: y + 4 }, frame.at.slice(11, 23)),
    drawn('line', { class: `arrow ${frame.kind}`, x1: from, x2: to, y1: y, y2: y }),
    drawn('polygon', { class: frame.kind, points: `${to},${y} ${to + back},${y - 4} ${to + back},${y + 4}` }),
    drawn('text', { x: MOCK + 10, y: y - 4 }, label(frame), drawn('title', {}, eventOf(frame))),
  )
}

function label(frame) {
  const ref = typeof frame.about.ref === 'string' ? ` #${frame.about.ref}` : ''
  const event = frame.about.userEvent ?? frame.about.event ?? 'unreadable'
  return `${event.length > LONGEST_LABEL ? `${event.slice(0, LONGEST_LABEL)}…` : event}${ref}`
}

choice.addEventListener('change', redraw)
byId('course').addEventListener('submit', (event) => event.preventDefault())
