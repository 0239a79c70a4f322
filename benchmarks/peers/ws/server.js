'use strict'

// A mock as one writes it in an afternoon: rooms, join replies, and a send for each member.
const { WebSocketServer } = require('ws')

const rooms = new Map()
const OK = { status: 'ok', response: { postgres_changes: [] } }

function text(socket, data) {
  const message = JSON.parse(data)
  const [joinRef, ref, topic, event, payload] = Array.isArray(message)
    ? message
    : [message.join_ref, message.ref, message.topic, message.event, message.payload]
  if (event === 'phx_join') {
    if (!rooms.has(topic)) rooms.set(topic, new Set())
    rooms.get(topic).add(socket)
    socket.send(JSON.stringify(Array.isArray(message)
      ? [joinRef, ref, topic, 'phx_reply', OK]
      : { ref, event: 'phx_reply', payload: OK, topic }))
  } else if (event === 'broadcast') {
    spread(topic, socket, JSON.stringify({ ref: null, event, payload, topic }))
  }
}

// Version 2: kind 3 comes in, kind 4 goes out.
function binary(socket, push) {
  const [, joinRef, ref, topic, event, metadata, encoding] = push
  const start = 7 + joinRef + ref
  const name = push.subarray(start, start + topic)
  const userEvent = push.subarray(start + topic, start + topic + event)
  const payload = push.subarray(start + topic + event + metadata)
  spread(name.toString(), socket,
    Buffer.concat([Buffer.from([4, topic, event, 0, encoding]), name, userEvent, payload]))
}

function spread(topic, sender, copy) {
  for (const member of rooms.get(topic) ?? []) {
    if (member !== sender) member.send(copy)
  }
}

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 1024 })
server.on('connection', socket => {
  socket.on('message', (data, isBinary) => isBinary ? binary(socket, data) : text(socket, data))
  socket.on('close', () => rooms.forEach(room => room.delete(socket)))
})

// Asked with a signal how much heap is used; needs --expose-gc.
process.on('SIGUSR2', () => {
  global.gc()
  console.log(`heap ${process.memoryUsage().heapUsed}`)
})
