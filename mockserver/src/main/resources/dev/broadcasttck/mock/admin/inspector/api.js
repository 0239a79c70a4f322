// The admin API, asked as any other client asks it.

const KEPT_AS = 'tck-admin-token'

/** What the API complained of, in its own sentences. */
export class Refused extends Error {
  constructor(status, sentences) {
    super(sentences.join('; '))
    this.status = status
  }
}

/** Takes the token out of the address, where it could be read over a shoulder. */
export function takeTokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token) {
    keepToken(token)
    history.replaceState(null, '', location.pathname)
  }
}

export function keepToken(token) {
  sessionStorage.setItem(KEPT_AS, token)
}

export const get = (path) => ask('GET', path)
export const post = (path, body) => ask('POST', path, body)
export const remove = (path) => ask('DELETE', path)

async function ask(method, path, body) {
  const headers = {}
  const token = sessionStorage.getItem(KEPT_AS)
  if (token) headers.authorization = `Bearer ${token}`
  if (body) headers['content-type'] = 'application/json'
  const answer = await fetch(`/__tck${path}`, { method, headers, body: body && JSON.stringify(body) })
  const json = await answer.json()
  if (!answer.ok) throw new Refused(answer.status, json.errors ?? [`HTTP ${answer.status}`])
  return json
}
