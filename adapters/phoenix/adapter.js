#!/usr/bin/env node
'use strict'

// Drives the plain Phoenix client that is installed in the directory where this is started.
const { Handles, notify, serve, timersOf, unavailable } = require('../node/harness.js')
globalThis.self ??= globalThis // some releases look for their globals there
const { createRequire } = require('node:module')
const path = require('node:path')

const load = createRequire(path.resolve('package.json'))
let phoenix // 1.4.0 ends on a Node without a window
try { phoenix = load('phoenix') } catch { globalThis.window = globalThis; phoenix = load('phoenix') }
const WebSocket = load('ws')

const clients = new Handles('client') // { socket, token, channels }
const channelOf = ({ client, channel }) => clients.known(client).channels.known(channel)

const socketTo = (url, key, { timeoutMs, heartbeatMs, reconnectMs } = {}) =>
  new phoenix.Socket(`${url.replace(/^http/, 'ws')}/realtime/v1`, {
    params: { apikey: key },
    transport: WebSocket,
    ...(timeoutMs && { timeout: timeoutMs }),
    ...(heartbeatMs && { heartbeatIntervalMs: heartbeatMs }),
    ...(reconnectMs && { reconnectAfterMs: () => reconnectMs, rejoinAfterMs: () => reconnectMs }),
  })

const settled = (push) =>
  new Promise((settles) => {
    push.receive('ok', () => settles('ok'))
    push.receive('error', () => settles('error'))
    push.receive('timeout', () => settles('timed out'))
  })

const methods = {
  initialize() {
    const probe = socketTo('http://localhost', 'key') // opens no socket
    return {
      protocol: 1,
      sdk: { name: 'phoenix', version: load(path.resolve('node_modules/phoenix/package.json')).version },
      vsn: /[?&]vsn=([^&]+)/.exec(probe.endPointURL())[1],
      eventMatch: 'exact', wildcard: false, acknowledgements: true, callback: 'envelope',
      settable: ['timeoutMs', 'heartbeatMs', 'reconnectMs', 'transport'], // it is always given one
      timers: timersOf(probe),
      methods: ['open', 'removeChannel'],
      encodings: ['text'],
      sendBeforeJoined: 'refuses',
    }
  },

  connect({ client, url, key, options, headers, token }) {
    if (headers) throw unavailable('headers')
    if (token && token.value === undefined) throw unavailable('token callback')
    clients.set(client, { socket: socketTo(url, key, options), token: token?.value, channels: new Handles('channel') })
  },

  open: ({ client }) => void clients.known(client).socket.connect(),

  channel({ client, channel: handle, topic, config = {} }) {
    const { socket, token, channels } = clients.known(client)
    const channel = socket.channel(`realtime:${topic}`, { config, ...(token && { access_token: token }) })
    const tells = (status) => (reason) =>
      notify('status', { client, channel: handle, status, ...(reason && { error: JSON.stringify(reason) }) })
    channel.onError(tells('CHANNEL_ERROR'))
    channel.onClose(() => tells('CLOSED')())
    channels.set(handle, { channel, tells, acknowledged: config.broadcast?.ack === true })
  },

  // Phoenix knows one event, "broadcast": the name inside is the caller's own affair.
  on({ client, channel, listener, event }) {
    channelOf({ client, channel }).channel.on('broadcast', (raw) => {
      if (raw?.event !== event) return
      notify('message', { client, channel, listener, event: raw.event, payload: raw.payload, raw })
    })
  },

  subscribe(params) {
    const { channel, tells } = channelOf(params)
    clients.known(params.client).socket.connect()
    const push = channel.join()
    push.receive('ok', () => tells('SUBSCRIBED')())
    push.receive('error', tells('CHANNEL_ERROR'))
    push.receive('timeout', () => tells('TIMED_OUT')())
  },

  send(params) {
    const { channel, acknowledged } = channelOf(params)
    const push = channel.push('broadcast', { type: 'broadcast', event: params.event, payload: params.payload })
    return acknowledged ? settled(push) : null
  },

  unsubscribe: (params) => settled(channelOf(params).channel.leave()),
  removeChannel: (params) => settled(channelOf(params).channel.leave()),
  disconnect: ({ client }) => void clients.known(client).socket.disconnect(),
  forget: ({ client }) => void clients.taken(client).socket.disconnect(),
  shutdown: () => clients.forEach(({ socket }) => socket.disconnect()),
}

serve(methods)
