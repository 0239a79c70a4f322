#!/usr/bin/env node
'use strict'

// Drives the supabase-js, or the realtime-js alone, that is installed in the directory where this is started.
const { Handles, notify, serve, timersOf, tokenSource, unavailable } = require('../node/harness.js')
const { existsSync } = require('node:fs')
const { createRequire } = require('node:module')
const path = require('node:path')

const load = createRequire(path.resolve('package.json'))
const name = existsSync('node_modules/@supabase/supabase-js') ? 'supabase-js' : 'realtime-js'
const sdk = load(`@supabase/${name}`)
// Releases that export a WebSocketFactory bring no socket for a Node that has none; the others bring their own.
const transport = sdk.WebSocketFactory ? { transport: load('ws') } : {}

const clients = new Handles('client') // { realtime, channels, token }
const channelOf = ({ client, channel }) => clients.known(client).channels.known(channel)

function realtimeClient(url, key, options = {}, headers, accessToken) {
  const { timeoutMs, heartbeatMs, reconnectMs, eventsPerSecond, vsn } = options
  const realtime = {
    ...(options.transport ? { transport: load('ws') } : transport),
    ...(timeoutMs && { timeout: timeoutMs }),
    ...(heartbeatMs && { heartbeatIntervalMs: heartbeatMs }),
    ...(reconnectMs && { reconnectAfterMs: () => reconnectMs }),
    ...(eventsPerSecond && { params: { eventsPerSecond } }),
    ...(vsn && { vsn }),
  }
  const token = accessToken && { accessToken }
  if (sdk.createClient) {
    const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
    return sdk.createClient(url, key, { auth, realtime, ...(headers && { global: { headers } }), ...token }).realtime
  }
  const params = { apikey: key, ...realtime.params }
  const endpoint = `${url.replace(/^http/, 'ws')}/realtime/v1`
  return new sdk.RealtimeClient(endpoint, { ...realtime, params, ...(headers && { headers }), ...token })
}

// Clients that open no socket: what they have tells what this release can do.
const probe = realtimeClient('http://any', 'key')
const callbackProbe = realtimeClient('http://any', 'key', {}, undefined, async () => 'key')
const takesCallback = typeof callbackProbe.accessToken === 'function'
const probeChannel = probe.channel('probe')
const methods = {
  initialize: () => ({
    protocol: 1,
    sdk: { name, version: load(path.resolve(`node_modules/@supabase/${name}/package.json`)).version },
    vsn: probe.vsn ?? '1.0.0',
    eventMatch: 'any case', wildcard: true, acknowledgements: true, callback: 'envelope',
    settable: ['timeoutMs', 'heartbeatMs', 'reconnectMs', 'eventsPerSecond', 'transport',
      ...(probe.vsn ? ['vsn'] : [])],
    timers: timersOf(probe),
    methods: ['open', 'setAuth', 'removeChannel', ...(probeChannel.httpSend ? ['httpSend'] : []),
      ...(takesCallback ? ['callbackToken', 'tokenFunction'] : [])],
    privateChannels: 'private' in probeChannel.params.config,
    secondChannel: probe.channel('probe') !== probeChannel,
    encodings: [probe.vsn ? 'binary' : 'text'],
    sendBeforeJoined: probeChannel.broadcastEndpointURL ? 'rest' : 'refuses',
  }),

  connect({ client, url, key, options, headers, token: { value, callback, delayMs = -1 } = {} }) {
    if (callback !== undefined && !takesCallback) throw unavailable('token callback')
    const token = { now: callback, delayMs }
    const accessToken = callback === undefined ? undefined : tokenSource(token)
    const realtime = realtimeClient(url, key, options, headers, accessToken)
    clients.set(client, { realtime, token, channels: new Handles('channel') })
    return value === undefined ? null : realtime.setAuth(value)
  },

  channel({ client, channel, topic, config = {} }) {
    const { realtime, channels } = clients.known(client)
    channels.set(channel, realtime.channel(topic, { config }))
  },

  on: ({ client, channel, listener, event }) => void channelOf({ client, channel }).on('broadcast', { event }, (raw) =>
    notify('message', { client, channel, listener, event: raw.event, payload: raw.payload, raw })),
  subscribe: ({ client, channel }) => void channelOf({ client, channel }).subscribe((status, error) =>
    notify('status', { client, channel, status, ...(error && { error: String(error.message ?? error) }) })),

  send: (params) => channelOf(params).send({ type: 'broadcast', event: params.event, payload: params.payload }),
  ...(probeChannel.httpSend && { httpSend: (params) => channelOf(params).httpSend(params.event, params.payload) }),

  setAuth: ({ client, token }) => clients.known(client).realtime.setAuth(token ?? undefined),
  ...(takesCallback && {
    callbackToken: ({ client, token }) => void Object.assign(clients.known(client).token, { now: token }),
    tokenFunction: ({ client, token = null, delayMs = -1, fails = false }) =>
      void Object.assign(clients.known(client).token, { now: token, delayMs, fails }),
  }),

  open: ({ client }) => void clients.known(client).realtime.connect(),
  unsubscribe: (params) => channelOf(params).unsubscribe(),
  removeChannel: (params) => clients.known(params.client).realtime.removeChannel(channelOf(params)),
  disconnect: ({ client }) => clients.known(client).realtime.disconnect(),
  forget: ({ client }) => clients.taken(client).realtime.disconnect(),
  shutdown: () => clients.forEach(({ realtime }) => realtime.disconnect()),
}

serve(methods)
