#!/usr/bin/env node
'use strict'

// Drives supabase-js for a harness: JSON-RPC 2.0, one message a line, on stdin and stdout. Run it in the directory where
// the SDK is installed; if the package.json there names `ws`, the SDK gets it as transport (some releases break with it).
globalThis.console = new console.Console(process.stderr) // before the SDK loads: stdout belongs to the harness

const { readFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const path = require('node:path')
const readline = require('node:readline')

const manifest = (...directory) => JSON.parse(readFileSync(path.resolve(...directory, 'package.json'), 'utf8'))
const load = createRequire(path.resolve('package.json'))
const { createClient } = load('@supabase/supabase-js')
const transport = manifest().dependencies?.ws ? { transport: load('ws') } : {}

const clients = new Map() // the harness's handle -> { sdk, channels: its handle -> channel }

const refusal = (code, message) => Object.assign(new Error(message), { rpcCode: code })
function known(handles, handle, noun) {
  if (!handles.has(handle)) throw refusal(-32602, `no ${noun} has the handle ${JSON.stringify(handle)}`)
  return handles.get(handle)
}
const clientOf = (params) => known(clients, params.client, 'client')
const channelOf = (params) => known(clientOf(params).channels, params.channel, 'channel')

const write = (message, then) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n', then)
const notify = (method, params) => write({ method, params })

function newClient(url, key, { timeoutMs, heartbeatMs, reconnectMs, eventsPerSecond, vsn } = {}) {
  const realtime = { ...transport }
  if (timeoutMs) realtime.timeout = timeoutMs
  if (heartbeatMs) realtime.heartbeatIntervalMs = heartbeatMs
  if (reconnectMs) realtime.reconnectAfterMs = () => reconnectMs
  if (eventsPerSecond) realtime.params = { eventsPerSecond }
  if (vsn) realtime.vsn = vsn
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
  return createClient(url, key, { auth, realtime })
}

const methods = {
  initialize() {
    const { version } = manifest('node_modules', '@supabase', 'supabase-js')
    const { vsn } = newClient('http://localhost', 'key').realtime // opens no socket; old releases have no such setting
    const settable = ['timeoutMs', 'heartbeatMs', 'reconnectMs', 'eventsPerSecond', ...(vsn ? ['vsn'] : [])]
    const observable = { eventMatch: 'any case', wildcard: true, acknowledgements: true, callback: 'envelope' }
    return { sdk: { name: 'supabase-js', version }, vsn: vsn ?? '1.0.0', ...observable, settable }
  },

  connect: ({ client, url, key, options }) =>
    void clients.set(client, { sdk: newClient(url, key, options), channels: new Map() }),

  channel(params) {
    const { sdk, channels } = clientOf(params)
    channels.set(params.channel, sdk.channel(params.topic, { config: params.config ?? {} }))
  },

  on: ({ client, channel, listener, event }) => void channelOf({ client, channel }).on('broadcast', { event }, (raw) =>
    notify('message', { client, channel, listener, event: raw.event, payload: raw.payload, raw })),

  subscribe: ({ client, channel }) => void channelOf({ client, channel }).subscribe((status, error) =>
    notify('status', { client, channel, status, ...(error && { error: String(error.message ?? error) }) })),

  send: (params) => channelOf(params).send({ type: 'broadcast', event: params.event, payload: params.payload }),

  httpSend(params) {
    const channel = channelOf(params)
    if (!channel.httpSend) throw refusal(-32601, 'this release of supabase-js has no httpSend')
    return channel.httpSend(params.event, params.payload)
  },

  setAuth: (params) => clientOf(params).sdk.realtime.setAuth(params.token),
  unsubscribe: (params) => channelOf(params).unsubscribe(),
  removeChannel: (params) => clientOf(params).sdk.removeChannel(channelOf(params)),
  disconnect: (params) => clientOf(params).sdk.realtime.disconnect(),
  shutdown: () => clients.forEach(({ sdk }) => sdk.realtime.disconnect()),
}

async function answer(line) {
  let request = { id: null }
  let blame = -32700
  try {
    request = JSON.parse(line)
    blame = -32000
    const { id, method, params = {} } = request
    if (!Object.hasOwn(methods, method)) throw refusal(-32601, `there is no method ${JSON.stringify(method)}`)
    const result = (await methods[method](params)) ?? null
    write({ id, result }, method === 'shutdown' ? () => process.exit(0) : undefined)
  } catch (error) {
    write({ id: request.id, error: { code: error.rpcCode ?? blame, message: String(error.message ?? error) } })
  }
}

for (const kind of ['uncaughtException', 'unhandledRejection'])
  process.on(kind, (error) => notify('uncaught', { text: String(error?.stack ?? error) }))

readline.createInterface({ input: process.stdin }).on('line', answer).on('close', () => process.exit(0))
