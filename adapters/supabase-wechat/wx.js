'use strict'

// What the SDK uses of a mini program's `wx`, over ws and fetch. A SocketTask has registering functions, not handlers:
// assigning `onclose` does nothing here either.
const { createRequire } = require('node:module')
const path = require('node:path')
const WebSocket = createRequire(path.resolve('package.json'))('ws')

const stored = new Map()

function connectSocket({ url, header }) {
  const socket = new WebSocket(url, { headers: header })
  socket.binaryType = 'arraybuffer'
  const on = (event) => (listener) => void socket.addEventListener(event, listener)
  return {
    get readyState() { return socket.readyState },
    onOpen: on('open'),
    onMessage: on('message'),
    onError: on('error'),
    onClose: on('close'),
    send: ({ data, fail }) => socket.send(data, (error) => error && fail?.({ errMsg: error.message })),
    close: ({ code = 1000, reason = '' } = {}) => socket.close(code, reason),
  }
}

function request({ url, data, method, header, success, fail }) {
  const answered = async (response) => {
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const data = isJson ? JSON.parse(text) : text
    return { statusCode: response.status, header: Object.fromEntries(response.headers), data }
  }
  const failed = (error) => fail({ errMsg: error.message })
  fetch(url, { body: data, method, headers: header }).then(answered).then(success, failed)
}

globalThis.wx = {
  connectSocket,
  request,
  setStorageSync: (key, value) => void stored.set(key, value),
  getStorageSync: (key) => stored.get(key) ?? '',
  removeStorageSync: (key) => void stored.delete(key),
}
