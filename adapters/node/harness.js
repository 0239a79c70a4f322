'use strict'

// The harness's end of an adapter that runs in Node: JSON-RPC 2.0, one message a line, on stdin and stdout.
// Require it before the SDK, so that what the SDK prints goes to stderr: stdout belongs to the harness.
globalThis.console = new console.Console(process.stderr)

const readline = require('node:readline')

const refusal = (code, message) => Object.assign(new Error(message), { rpcCode: code })
const unavailable = (what) => refusal(-32601, `this release has no ${what}`)

/** What the harness named: its handle -> our object. */
class Handles extends Map {
  constructor(noun) {
    super()
    this.noun = noun
  }

  known(handle) {
    if (!this.has(handle)) throw refusal(-32602, `no ${this.noun} has the handle ${JSON.stringify(handle)}`)
    return this.get(handle)
  }

  taken(handle) {
    const named = this.known(handle)
    this.delete(handle)
    return named
  }
}

/** A function that yields what `token` holds when it is asked: at once, in the next tick or later; or it fails. */
const tokenSource = (token) => async () => {
  const { now, delayMs, fails } = token
  if (delayMs >= 0) await new Promise((over) => setTimeout(over, delayMs))
  if (fails) throw new Error('there is no token to be had')
  return now
}

/** The timers of an SDK whose socket has what Phoenix's has, as `initialize` tells them. */
const timersOf = (socket) => ({
  timeoutMs: socket.timeout,
  heartbeatMs: socket.heartbeatIntervalMs,
  reconnectMs: socket.reconnectAfterMs(1),
})

const write = (message, then) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n', then)
const notify = (method, params) => write({ method, params })

/** Answers each request with what the method of that name returns, promised or not; null where that is nothing. */
function serve(methods) {
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
      write({ id: request.id, error: { code: error?.rpcCode ?? blame, message: String(error?.message ?? error) } })
    }
  }

  for (const kind of ['uncaughtException', 'unhandledRejection'])
    process.on(kind, (error) => notify('uncaught', { text: String(error?.stack ?? error) }))
  readline.createInterface({ input: process.stdin }).on('line', answer).on('close', () => process.exit(0))
}

module.exports = { Handles, notify, refusal, serve, timersOf, tokenSource, unavailable }
