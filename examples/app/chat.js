// A chat in a terminal: signs in, shows what was said, says each line that is typed, and prints what others say.
import { createClient } from '@supabase/supabase-js'
import { createInterface } from 'node:readline'
import ws from 'ws'

const { SUPABASE_URL, SUPABASE_ANON_KEY, EMAIL, PASSWORD, ROOM = 'room-1' } = process.env
const supabase = createClient(SUPABASE_URL, SUPABASE_ANON_KEY, {
  auth: { persistSession: false, autoRefreshToken: false },
  realtime: { transport: globalThis.WebSocket ?? ws },
})

const { data: session, error: refused } = await supabase.auth.signInWithPassword({ email: EMAIL, password: PASSWORD })
if (refused) {
  console.error(`not signed in: ${refused.message}`)
  process.exit(1)
}

const { data: messages, error: unread } = await supabase.from('messages').select('author,text').eq('room', ROOM)
if (unread) console.log('(what was said before cannot be shown)')
for (const { author, text } of messages ?? []) console.log(`${author}: ${text}`)

const author = session.user.email
const channel = supabase.channel(ROOM, { config: { private: true, broadcast: { ack: true } } })
channel.on('broadcast', { event: 'said' }, ({ payload }) => console.log(`${payload.author}: ${payload.text}`))
channel.subscribe((status) => console.log(`(${status.toLowerCase()})`))

createInterface({ input: process.stdin }).on('line', async (text) => {
  const { error: indecent } = await supabase.functions.invoke('moderate', { body: { text } })
  if (indecent) console.log(`(not said: ${text})`)
  else console.log(`(${await channel.send({ type: 'broadcast', event: 'said', payload: { author, text } })}: ${text})`)
}).on('close', () => supabase.removeAllChannels())
