import io.github.jan.supabase.*
import io.github.jan.supabase.realtime.*
import io.github.jan.supabase.realtime.RealtimeChannel.Status
import java.util.concurrent.ConcurrentHashMap
import kotlinx.coroutines.flow.*
import kotlinx.coroutines.launch
import kotlinx.serialization.json.JsonObject

class Client(val sdk: SupabaseClient, val token: Token) {
    val channels = Handles<RealtimeChannel>("channel")
    val left: MutableSet<RealtimeChannel> = ConcurrentHashMap.newKeySet()
}

val clients = Handles<Client>("client")

fun JsonObject.client() = clients.known(text("client"))
fun JsonObject.channel() = client().channels.known(text("channel"))
fun JsonObject.leaving() = channel().also { client().left += it }

fun initialize() = jsonOf(
    "protocol" to 1,
    "sdk" to jsonOf("name" to "supabase-kt", "version" to System.getProperty("sdk.version", "unknown")),
    "vsn" to (vsn ?: "1.0.0"), "secondChannel" to makesSecondChannel,
    "eventMatch" to "exact", "wildcard" to false, "acknowledgements" to false, "callback" to "payload",
    "settable" to listOf("timeoutMs", "heartbeatMs", "reconnectMs") + settable,
    "timers" to timers,
    "methods" to listOf("open", "removeChannel", "callbackToken") + methods,
    "encodings" to listOf(if (vsn == null) "text" else "binary"), "sendBeforeJoined" to "rest",
)

suspend fun connect(params: JsonObject) {
    if ("headers" in params) throw unavailable("headers")
    val options = params.part("options")
    val token = Token(params.part("token"))
    val sdk = createSupabaseClient(params.text("url")!!, params.text("key")!!) {
        options.millis("timeoutMs")?.let { requestTimeout = it }
        if (token.isCallback) accessToken = { token.yielded() }
        install(Realtime) {
            options.millis("heartbeatMs")?.let { heartbeatInterval = it }
            options.millis("reconnectMs")?.let { reconnectAfter(it) }
            options.text("vsn")?.let { speak(it) }
        }
    }
    clients[params.text("client")] = Client(sdk, token)
    token.value?.let { sdk.realtime.authorize(it) }
}

fun channel(client: Client, params: JsonObject) {
    val config = params.part("config")
    val channel = client.sdk.channel(params.text("topic")!!) {
        isPrivate = config.flag("private")
        broadcast {
            receiveOwnBroadcasts = config.part("broadcast").flag("self")
            acknowledgeBroadcasts = config.part("broadcast").flag("ack")
        }
        config.part("presence").text("key")?.let { presence { key = it } }
    }
    client.channels[params.text("channel")] = channel
    val where = params.where("client", "channel")
    channel.status.drop(1).onEach {
        val isLost = it == Status.UNSUBSCRIBING && channel !in client.left // the SDK has no status for an error
        val word = if (isLost) "CHANNEL_ERROR" else if (it == Status.UNSUBSCRIBED) "CLOSED" else it.name
        notify("status", where, "status" to word)
    }.launchIn(beside)
}

fun on(channel: RealtimeChannel, params: JsonObject) {
    val where = params.where("client", "channel", "listener", "event")
    val broadcasts = channel.broadcastFlow<JsonObject>(params.text("event")!!)
    broadcasts.onEach { notify("message", where, "payload" to it) }.launchIn(beside)
}

/** On a channel that is not joined it is a request, which has been answered when this returns. */
suspend fun send(channel: RealtimeChannel, params: JsonObject): String? {
    val isJoined = channel.status.value == Status.SUBSCRIBED
    channel.broadcast(params.text("event")!!, params.part("payload"))
    return if (isJoined) null else "ok"
}

suspend fun call(method: String, params: JsonObject): Any? = when (method) {
    "initialize" -> initialize()
    "connect" -> connect(params)
    "open" -> params.client().sdk.realtime.connect()
    "channel" -> channel(params.client(), params)
    "on" -> on(params.channel(), params)
    "subscribe" -> params.channel().let { beside.launch { it.subscribe() } }
    "send" -> send(params.channel(), params)
    "httpSend" -> params.channel().post(params.text("event")!!, params.getValue("payload"))
    "setAuth" -> params.client().sdk.realtime.authorize(params.text("token"))
    "callbackToken" -> params.client().token.now = params.text("token")
    "unsubscribe" -> params.leaving().unsubscribe()
    "removeChannel" -> params.client().sdk.realtime.removeChannel(params.leaving())
    "disconnect" -> params.client().sdk.realtime.disconnect()
    "forget" -> clients.taken(params.text("client")).sdk.close()
    "shutdown" -> clients.values.forEach { it.sdk.realtime.disconnect() }
    else -> throw Refusal(-32601, "there is no method \"$method\"")
}

fun main() = serve(::call)
