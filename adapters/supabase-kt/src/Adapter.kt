@file:OptIn(io.github.jan.supabase.annotations.SupabaseInternal::class)

import io.github.jan.supabase.SupabaseClient
import io.github.jan.supabase.createSupabaseClient
import io.github.jan.supabase.exceptions.HttpRequestException
import io.github.jan.supabase.exceptions.RestException
import io.github.jan.supabase.realtime.*
import java.lang.reflect.Method
import java.util.concurrent.ConcurrentHashMap
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.delay
import kotlinx.coroutines.yield
import kotlinx.coroutines.launch
import kotlinx.coroutines.flow.drop
import kotlinx.serialization.json.*

/** Drives supabase-kt. What its releases differ in is looked up by name, at run time. */
class Client(val sdk: SupabaseClient, @Volatile var token: String?) {
    val channels = ConcurrentHashMap<String, RealtimeChannel>()
    val left: MutableSet<RealtimeChannel> = ConcurrentHashMap.newKeySet()
}

val clients = ConcurrentHashMap<String, Client>()
val defaults = Realtime.createConfig {}
val setAuth = Realtime::class.java.named("setAuth")
val httpSend = RealtimeChannel::class.java.named("httpSend")
val vsn = defaults.javaClass.named("getVsn")?.invoke(defaults)?.wireVersion()

fun Class<*>.named(name: String): Method? = methods.find { it.name == name || it.name.startsWith("$name-") }
fun Any.wireVersion() = javaClass.named("getValue")!!.invoke(this) as String

fun JsonObject.client() = clients[text("client") ?: ""] ?: throw Refusal(-32602, "no client has the handle ${this["client"]}")
fun JsonObject.channel() = client().channels[text("channel") ?: ""] ?: throw Refusal(-32602, "no channel has the handle ${this["channel"]}")

fun initialize() = buildJsonObject {
    put("protocol", 1)
    putJsonObject("sdk") { put("name", "supabase-kt"); put("version", System.getProperty("sdk.version", "unknown")) }
    put("vsn", vsn ?: "1.0.0")
    put("eventMatch", "exact"); put("wildcard", false); put("acknowledgements", false); put("callback", "payload")
    fun words(name: String, vararg words: String?) = put(name, JsonArray(words.filterNotNull().map(::JsonPrimitive)))
    words("settable", "timeoutMs", "heartbeatMs", "reconnectMs", vsn?.let { "vsn" })
    putJsonObject("timers") {
        put("timeoutMs", 10_000) // of requests: nothing else has one
        put("heartbeatMs", defaults.heartbeatInterval.inWholeMilliseconds)
        put("reconnectMs", defaults.reconnectDelay.inWholeMilliseconds)
    }
    words("methods", "open", "removeChannel", "callbackToken", setAuth?.let { "setAuth" }, httpSend?.let { "httpSend" })
    words("encodings", "text")
    put("sendBeforeJoined", "rest")
}

suspend fun connect(params: JsonObject) {
    val options = params.part("options")
    val token = params.part("token")
    fun millis(name: String) = options.text(name)?.toLong()?.milliseconds
    if ("headers" in params) throw Refusal(-32601, "this SDK takes no headers")
    lateinit var client: Client
    val sdk = createSupabaseClient(params.text("url")!!, params.text("key")!!) {
        millis("timeoutMs")?.let { requestTimeout = it }
        if ("callback" in token) accessToken = {
            val later = token.text("delayMs")?.toLong() ?: -1
            if (later == 0L) yield() else if (later > 0) delay(later)
            client.token
        }
        install(Realtime) {
            millis("heartbeatMs")?.let { heartbeatInterval = it }
            millis("reconnectMs")?.let {
                reconnectDelay = it
                javaClass.named("setRejoinDelay")?.invoke(this, javaClass.named("getReconnectDelay")!!.invoke(this))
            }
            options.text("vsn")?.let { wanted ->
                val setter = javaClass.named("setVsn") ?: throw Refusal(-32602, "this release has one protocol version")
                setter.invoke(this, setter.parameterTypes[0].enumConstants.first { it.wireVersion() == wanted })
            }
        }
    }
    client = Client(sdk, token.text("callback"))
    clients[params.text("client")!!] = client
    token.text("value")?.let { (setAuth ?: throw Refusal(-32601, "this release has no setAuth")).suspending(sdk.realtime, it) }
}

fun channel(params: JsonObject) {
    val config = params.part("config")
    val channel = params.client().sdk.channel(params.text("topic")!!) {
        isPrivate = config.flag("private")
        broadcast { receiveOwnBroadcasts = config.part("broadcast").flag("self"); acknowledgeBroadcasts = config.part("broadcast").flag("ack") }
        config.part("presence").text("key")?.let { presence { key = it } }
    }
    val client = params.client()
    client.channels[params.text("channel")!!] = channel
    scope.launch {
        channel.status.drop(1).collect {
            val word = when { // the SDK has no word for an error: it unsubscribes a channel by itself
                it == RealtimeChannel.Status.UNSUBSCRIBED -> "CLOSED"
                it == RealtimeChannel.Status.UNSUBSCRIBING && channel !in client.left -> "CHANNEL_ERROR"
                else -> it.name
            }
            notify("status", JsonObject(params.where("client", "channel") + ("status" to JsonPrimitive(word))))
        }
    }
}

fun on(params: JsonObject) {
    val where = params.where("client", "channel", "listener", "event")
    val flow = params.channel().broadcastFlow<JsonObject>(params.text("event")!!)
    scope.launch { flow.collect { notify("message", JsonObject(where + ("payload" to it))) } }
}

/** On a channel that is not joined it is a request, which has been answered when this returns. */
suspend fun send(channel: RealtimeChannel, params: JsonObject): JsonElement {
    val isJoined = channel.status.value == RealtimeChannel.Status.SUBSCRIBED
    channel.broadcast(params.text("event")!!, params.part("payload"))
    return if (isJoined) JsonNull else JsonPrimitive("ok")
}

suspend fun httpSend(params: JsonObject): JsonObject {
    val send = httpSend ?: throw Refusal(-32601, "this release has no httpSend")
    val nothingMore = { _: Any? -> }
    val payload: Any = when (val type = send.parameterTypes[1]) {
        JsonObject::class.java -> params.part("payload")
        else -> Class.forName("${type.name}\$Json").constructors[0].newInstance(params.getValue("payload"))
    }
    val success = try {
        send.suspending(params.channel(), params.text("event"), payload, *(if (send.parameterCount > 3) arrayOf(nothingMore) else emptyArray()))
        true
    } catch (error: RestException) { false } catch (error: HttpRequestException) { false }
    return buildJsonObject { put("success", success) }
}

suspend fun call(method: String, params: JsonObject): Any? = when (method) {
    "initialize" -> initialize()
    "connect" -> connect(params)
    "open" -> params.client().sdk.realtime.connect()
    "channel" -> channel(params)
    "on" -> on(params)
    "subscribe" -> params.channel().let { channel -> scope.launch { channel.subscribe() } }
    "send" -> send(params.channel(), params)
    "httpSend" -> httpSend(params)
    "setAuth" -> (setAuth ?: throw Refusal(-32601, "this release has no setAuth")).suspending(params.client().sdk.realtime, params.text("token"))
    "callbackToken" -> params.client().token = params.text("token")
    "unsubscribe" -> params.channel().also { params.client().left += it }.unsubscribe()
    "removeChannel" -> params.client().sdk.realtime.removeChannel(params.channel().also { params.client().left += it })
    "disconnect" -> params.client().sdk.realtime.disconnect()
    "forget" -> params.client().sdk.also { clients.remove(params.text("client")!!) }.close()
    "shutdown" -> clients.values.forEach { it.sdk.realtime.disconnect() }
    else -> throw Refusal(-32601, "there is no method \"$method\"")
}

fun main() = serve(::call)
