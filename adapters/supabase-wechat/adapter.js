#!/usr/bin/env node
'use strict'

// Drives MemFire's supabase-wechat-stable-v2, installed in the directory where this is started.
const { Handles, notify, serve, timersOf, unavailable } = require('../node/harness.js')
require('./wx.js')
const { createRequire } = require('node:module')
const path = require('node:path')

const name = 'supabase-wechat-stable-v2'
const load = createRequire(path.resolve('package.json'))
const { createClient } = load(name)

const clients = new Handles('client') // { realtime, channels }
const channelOf = ({ client, channel }) => clients.known(client).channels.known(channel)

function realtimeClient(url, key, { timeoutMs, heartbeatMs, reconnectMs } = {}, headers) {
  const realtime = {
    ...(timeoutMs && { timeout: timeoutMs }),
    ...(heartbeatMs && { heartbeatIntervalMs: heartbeatMs }),
    ...(reconnectMs && { reconnectAfterMs: () => reconnectMs }),
  }
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
  return createClient(url, key, { auth, realtime, ...(headers && { global: { headers } }) }).realtime
}

const methods = {
  initialize() {
    const probe = realtimeClient('http://localhost', 'key') // opens no socket
    return {
      protocol: 1,
      sdk: { name: 'supabase-wechat', version: load(path.resolve(`node_modules/${name}/package.json`)).version },
      vsn: '1.0.0',
      eventMatch: 'any case', wildcard: true, acknowledgements: true, callback: 'envelope',
      settable: ['timeoutMs', 'heartbeatMs', 'reconnectMs'],
      timers: timersOf(probe),
      privateChannels: 'private' in probe.channel('probe'),
      methods: ['open', 'setAuth', 'removeChannel'],
      encodings: ['text'],
      sendBeforeJoined: 'rest',
    }
  },

  connect({ client, url, key, options, headers, token }) {
    if (token && token.value === undefined) throw unavailable('token callback')
    const realtime = realtimeClient(url, key, options, headers)
    clients.set(client, { realtime, channels: new Handles('channel') })
    if (token) realtime.setAuth(token.value)
  },

  open: ({ client }) => void clients.known(client).realtime.connect(),

  channel({ client, channel, topic, config = {} }) {
    const { realtime, channels } = clients.known(client)
    channels.set(channel, realtime.channel(topic, { config }))
  },

  on: ({ client, channel, listener, event }) => void channelOf({ client, channel }).on('broadcast', { event }, (raw) =>
    notify('message', { client, channel, listener, event: raw.event, payload: raw.payload, raw })),

  subscribe: ({ client, channel }) => void channelOf({ client, channel }).subscribe((status, error) =>
    notify('status', { client, channel, status, ...(error && { error: String(error.message ?? error) }) })),

  send: (params) => channelOf(params).send({ type: 'broadcast', event: params.event, payload: params.payload }),
  setAuth: ({ client, token }) => clients.known(client).realtime.setAuth(token ?? undefined),
  unsubscribe: (params) => channelOf(params).unsubscribe(),
  removeChannel: (params) => clients.known(params.client).realtime.removeChannel(channelOf(params)),
  disconnect: ({ client }) => clients.known(client).realtime.disconnect(),
  forget: ({ client }) => clients.taken(client).realtime.disconnect(),
  shutdown: () => clients.forEach(({ realtime }) => realtime.disconnect()),
}

serve(methods)
