// What frames say, in both versions of the protocol, text and binary.

const LAYOUTS = {
  received: {
    0: { name: 'push', fields: ['join_ref', 'ref', 'topic', 'event'] },
    3: { name: 'user broadcast push', fields: ['join_ref', 'ref', 'topic', 'user event', 'metadata'], encoded: true },
  },
  sent: {
    0: { name: 'push', fields: ['join_ref', 'topic', 'event'] },
    1: { name: 'reply', fields: ['join_ref', 'ref', 'topic', 'status'] },
    2: { name: 'broadcast', fields: ['topic', 'event'] },
    4: { name: 'user broadcast', fields: ['topic', 'user event', 'metadata'], encoded: true },
  },
}

/** Pairs of a name and a text; a single one, `malformed`, where a frame is neither. */
export function decode(kind, content) {
  return content.encoding === 'text' ? ofText(content.content) : ofBinary(LAYOUTS[kind], bytesOf(content.content))
}

function ofText(text) {
  try {
    const json = JSON.parse(text)
    if (Array.isArray(json) && json.length === 5) {
      const [joinRef, ref, topic, event, payload] = json
      return told('2.0.0, text', { join_ref: joinRef, ref, topic, event, payload })
    }
    if (json !== null && typeof json === 'object' && !Array.isArray(json)) return told('1.0.0, text', json)
    return [['malformed', 'JSON, but no message of either version']]
  } catch (noJson) {
    return [['malformed', `no JSON: ${noJson.message}`]]
  }
}

function told(framing, fields) {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined)
  return [['framing', framing], ...pairs.map(([name, value]) => [name, said(name, value)])]
}

const said = (name, value) => (name === 'payload' ? JSON.stringify(value, null, 2) : typeof value === 'string' ? value : JSON.stringify(value))

function bytesOf(hex) {
  const pairs = hex.match(/../g) ?? []
  return Uint8Array.from(pairs, (pair) => parseInt(pair, 16))
}

function ofBinary(layouts, bytes) {
  const layout = layouts[bytes[0]]
  if (!layout) return [['malformed', bytes.length === 0 ? 'an empty frame' : `no binary frame this way has the kind ${bytes[0]}`]]
  const header = 1 + layout.fields.length + (layout.encoded ? 1 : 0)
  const pairs = [['framing', `2.0.0, binary, kind ${bytes[0]}: ${layout.name}`]]
  let start = header
  layout.fields.forEach((name, index) => {
    const end = start + bytes[1 + index]
    pairs.push([name, utf8(bytes.subarray(start, end))])
    start = end
  })
  if (bytes.length < start || bytes.length < header) return [['malformed', `a ${layout.name} that ends within its fields`]]
  const isJson = !layout.encoded || bytes[header - 1] !== 0
  const rest = bytes.subarray(start)
  return [...pairs, [isJson ? 'payload' : 'payload, binary', isJson ? pretty(utf8(rest)) : hexOf(rest)]]
}

const utf8 = (bytes) => new TextDecoder().decode(bytes)
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
