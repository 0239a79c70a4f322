import io.github.jan.supabase.createSupabaseClient
import io.github.jan.supabase.exceptions.HttpRequestException
import io.github.jan.supabase.exceptions.RestException
import io.github.jan.supabase.realtime.Realtime
import io.github.jan.supabase.realtime.RealtimeChannel
import io.github.jan.supabase.realtime.channel
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.time.Duration
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

// What releases of supabase-kt differ in, looked up by name at run time. An adapter of one release just calls it.

private val defaults = Realtime.createConfig {}
val vsn = defaults.javaClass.named("getVsn")?.invoke(defaults)?.wireVersion()
private val setAuth = Realtime::class.java.named("setAuth")
private val httpSend = RealtimeChannel::class.java.named("httpSend")
val settable = listOfNotNull("vsn".takeIf { vsn != null })
val methods = listOfNotNull("setAuth".takeIf { setAuth != null }, "httpSend".takeIf { httpSend != null })
val timers = jsonOf(
    "timeoutMs" to 10_000, // of requests: nothing else has one
    "heartbeatMs" to defaults.heartbeatInterval.inWholeMilliseconds,
    "reconnectMs" to defaults.reconnectDelay.inWholeMilliseconds,
)

val makesSecondChannel = createSupabaseClient("http://localhost", "probe") { install(Realtime) }
    .run { channel("probe") !== channel("probe") }

fun unavailable(what: String) = Refusal(-32601, "this release has no $what")

suspend fun Realtime.authorize(token: String?) {
    (setAuth ?: throw unavailable("setAuth")).suspending(this, token)
}

suspend fun RealtimeChannel.post(event: String, payload: JsonElement): JsonObject {
    val send = httpSend ?: throw unavailable("httpSend")
    val body: Any = when (val type = send.parameterTypes[1]) {
        JsonObject::class.java -> payload
        else -> Class.forName("${type.name}\$Json").constructors.first().newInstance(payload)
    }
    val nothingMore = { _: Any? -> }
    val given = listOfNotNull(event, body, nothingMore.takeIf { send.parameterCount > 3 })
    val success = try {
        send.suspending(this, *given.toTypedArray())
        true
    } catch (refused: RestException) {
        false
    } catch (lost: HttpRequestException) {
        false
    }
    return jsonOf("success" to success)
}

fun Realtime.Config.reconnectAfter(delay: Duration) {
    reconnectDelay = delay
    javaClass.named("setRejoinDelay")?.invoke(this, javaClass.named("getReconnectDelay")!!.invoke(this))
}

fun Realtime.Config.speak(version: String) {
    val setter = javaClass.named("setVsn") ?: throw Refusal(-32602, "this release has one protocol version")
    setter.invoke(this, setter.parameterTypes[0].enumConstants.first { it.wireVersion() == version })
}

/** The method of that name; Kotlin adds a hash to the names of those that take a Duration. */
private fun Class<*>.named(name: String) = methods.find { it.name == name || it.name.startsWith("$name-") }

private fun Any.wireVersion() = javaClass.named("getValue")!!.invoke(this) as String

private suspend fun Method.suspending(target: Any, vararg given: Any?): Any? =
    suspendCoroutineUninterceptedOrReturn { rest ->
        try {
            invoke(target, *given, rest)
        } catch (thrown: InvocationTargetException) {
            throw thrown.targetException
        }
    }
