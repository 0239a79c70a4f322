// Who is there: open sockets, and topics with their members.

import { get } from './api.js'
import { byId, element } from './dom.js'

const MOST = 100

export async function showPeople() {
  const [{ sockets }, { topics }] = await Promise.all([get('/sockets'), get('/topics')])
  fill(byId('sockets'), sockets, socketCard, 'No socket is open.')
  fill(byId('topics'), topics, topicCard, 'No topic has a member.')
}

function fill(list, all, card, none) {
  const cards = all.slice(-MOST).map(card)
  if (all.length > MOST) cards.unshift(quiet(`The last ${MOST} of ${all.length}.`))
  list.replaceChildren(...(cards.length > 0 ? cards : [quiet(none)]))
}

const quiet = (text) => element('li', { class: 'none' }, text)

function socketCard(socket) {
  const topics = socket.channels.map((channel) => channel.topic).join(', ') || 'no topic'
  const about = [`version ${socket.version}`, socket.project, socket.userAgent].filter(Boolean).join(', ')
  return element('li', {}, element('span', {}, element('strong', {}, `Socket ${socket.socket}`), ` in ${topics}`), element('span', { class: 'quiet' }, about))
}

function topicCard(topic) {
  const members = topic.members.map((member) => `${member.socket}${traits(member)}`).join(', ')
  const kind = [topic.private && 'private', topic.project].filter(Boolean).join(', ')
  return element('li', {}, element('span', {}, element('code', {}, topic.topic), kind && ` (${kind})`), element('span', { class: 'quiet' }, `${topic.members.length === 1 ? 'socket' : 'sockets'} ${members}`))
}

function traits(member) {
  const traits = [member.self && 'self', member.ack && 'ack'].filter(Boolean)
  return traits.length > 0 ? ` (${traits.join(', ')})` : ''
}
