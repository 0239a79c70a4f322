// Plays a scene at each mock, some at a time, and prints what it saw there: a line of JSON for each.
// Standard input: [{"name", "scene": "JOIN" | "CLOSE" | "OPEN" | "REST", "socket", "rest", "key",
// "patience": milliseconds until nothing is taken for nothing}]
const http = require('http')
const WebSocket = require('ws')

const AT_ONCE = 16
const SECOND_PUSH = 100
const JOIN = '["1","1","realtime:room","phx_join",{"config":{}}]'
const BEAT = '[null,"2","phoenix","heartbeat",{}]'

function failure(error) {
  if (/Unexpected server response: (\d+)/.test(error.message)) return `refused ${RegExp.$1}`
  if (error.message === 'socket hang up' || error.message === 'aborted') return 'broken'
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return 'reset'
  return /^(HPE|WS_ERR)|Invalid|Server (sent|indicated)/.test(`${error.code ?? ''} ${error.message}`.trim())
    ? 'protocol error'
    : `failed: ${error.message}`
}

function viaSocket(play) {
  return new Promise((resolve) => {
    const seen = { name: play.name, pieces: 0 }
    const socket = new WebSocket(`${play.socket}?vsn=2.0.0&apikey=${play.key}`)
    let begun = Date.now()
    let replies = 0
    let done = false
    const tell = (what) => {
      if (done) return
      done = true
      resolve({ ...seen, what, millis: Date.now() - begun })
      setImmediate(() => socket.terminate())
    }
    let patience
    const wait = () => {
      clearTimeout(patience)
      patience = setTimeout(
        () => tell(socket.readyState === WebSocket.CLOSING ? 'closing' : 'silent'),
        play.patience,
      )
    }
    let lost = 'broken'
    wait()
    socket.on('error', (error) => tell(failure(error)))
    socket.on('close', (code) => tell(code === 1006 ? lost : `closed ${code}`))
    socket.on('message', () => {
      replies++
      wait()
      if (play.scene === 'CLOSE') {
        begun = Date.now()
        socket.close(1000)
      } else if (play.scene === 'OPEN' || replies === 2) {
        tell('joined')
      }
    })
    socket.on('open', () => {
      if (play.scene !== 'OPEN') begun = Date.now()
      wait()
      socket._socket.prependListener('data', () => seen.pieces++)
      socket._socket.on('error', (error) => (lost = failure(error)))
      socket.send(JOIN)
      if (play.scene === 'JOIN') setTimeout(() => done || socket.send(BEAT), SECOND_PUSH)
    })
  })
}

function viaRest(play) {
  return new Promise((resolve) => {
    const begun = Date.now()
    let pieces = 0
    const tell = (what) => resolve({ name: play.name, what, pieces, millis: Date.now() - begun })
    const request = http.request(play.rest, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', apikey: play.key, connection: 'keep-alive' },
    })
    request.on('socket', (socket) => socket.prependListener('data', () => pieces++))
    request.on('error', (error) => tell(failure(error)))
    request.on('response', (response) => {
      response.on('error', (error) => tell(failure(error)))
      response.on('end', () => tell(`status ${response.statusCode}`))
      response.resume()
    })
    setTimeout(() => {
      tell('silent')
      request.destroy()
    }, play.patience)
    request.end('{"messages":[{"topic":"room","event":"e","payload":{}}]}')
  })
}

let input = ''
process.stdin.on('data', (chunk) => (input += chunk))
process.stdin.on('end', async () => {
  const plays = JSON.parse(input)
  for (let from = 0; from < plays.length; from += AT_ONCE) {
    const some = plays.slice(from, from + AT_ONCE)
    const seen = some.map((play) => (play.scene === 'REST' ? viaRest(play) : viaSocket(play)))
    for (const one of await Promise.all(seen)) console.log(JSON.stringify(one))
  }
  process.exit(0)
})
