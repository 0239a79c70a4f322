import java.util.concurrent.ConcurrentHashMap
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.*
import kotlinx.serialization.json.*

// An adapter's end in Kotlin: JSON-RPC 2.0, one message a line, on stdin and stdout.

/** An error with a code of the protocol's; every other error is told as -32000. */
class Refusal(val code: Int, message: String) : Exception(message)

/** What the harness named: its handle -> our object. */
class Handles<T : Any>(private val noun: String) {
    private val named = ConcurrentHashMap<String, T>()
    val values get() = named.values

    operator fun set(handle: String?, named: T) { this.named[handle!!] = named }
    fun known(handle: String?) = named[handle ?: ""] ?: throw Refusal(-32602, "no $noun has the handle \"$handle\"")
    fun taken(handle: String?) = known(handle).also { named.remove(handle) }
}

/** The token of `connect`: a value, or what a function yields at once, in the next tick, or later. */
class Token(given: JsonObject) {
    val value = given.text("value")
    val isCallback = "callback" in given
    @Volatile var now = given.text("callback")
    private val delayMs = given.text("delayMs")?.toLong() ?: -1

    suspend fun yielded(): String? {
        if (delayMs == 0L) yield() else if (delayMs > 0) delay(delayMs)
        return now
    }
}

/** Members of what the harness asks: null, empty or false where they are absent. */
fun JsonObject.text(name: String) = (this[name] as? JsonPrimitive)?.contentOrNull
fun JsonObject.millis(name: String) = text(name)?.toLong()?.milliseconds
fun JsonObject.part(name: String) = this[name] as? JsonObject ?: JsonObject(emptyMap())
fun JsonObject.flag(name: String) = (this[name] as? JsonPrimitive)?.booleanOrNull ?: false
fun JsonObject.where(vararg names: String) = JsonObject(names.associateWith { getValue(it) })

/** An object to be told, of texts, numbers, booleans, lists, and objects. */
fun jsonOf(vararg members: Pair<String, Any?>) = JsonObject(members.associate { (name, value) -> name to json(value) })

private fun json(value: Any?): JsonElement = when (value) {
    is JsonElement -> value
    is Number -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is String -> JsonPrimitive(value)
    is List<*> -> JsonArray(value.map(::json))
    else -> JsonNull
}

private val stdout = System.out!!

private fun write(vararg members: Pair<String, Any?>) = synchronized(stdout) {
    stdout.write((jsonOf("jsonrpc" to "2.0", *members).toString() + "\n").encodeToByteArray())
    stdout.flush()
}

fun notify(method: String, where: JsonObject, vararg more: Pair<String, Any?>) =
    write("method" to method, "params" to JsonObject(where + jsonOf(*more)))

private fun uncaught(error: Throwable) = notify("uncaught", jsonOf("text" to error.stackTraceToString()))

/** Where everything runs that nobody waits for: its errors are nobody's. */
val beside = CoroutineScope(
    SupervisorJob() + Dispatchers.Unconfined + CoroutineExceptionHandler { _, error -> uncaught(error) },
)

typealias Call = suspend (method: String, params: JsonObject) -> Any?

private fun refuse(id: JsonElement?, code: Int, error: Exception) =
    write("id" to id, "error" to jsonOf("code" to code, "message" to (error.message ?: error.toString())))

private suspend fun answer(request: JsonObject, call: Call) {
    try {
        write("id" to request["id"], "result" to call(request.text("method")!!, request.part("params")))
    } catch (error: Exception) {
        refuse(request["id"], (error as? Refusal)?.code ?: -32000, error)
    }
}

/** Answers each request with what the call returns; null where that is nothing of JSON. */
fun serve(call: Call) {
    System.setOut(System.err) // what the SDK prints is not for the harness
    Thread.setDefaultUncaughtExceptionHandler { _, error -> uncaught(error) }
    for (line in System.`in`.bufferedReader().lineSequence()) {
        val request = try {
            Json.parseToJsonElement(line).jsonObject
        } catch (error: IllegalArgumentException) {
            refuse(null, -32700, error)
            continue
        }
        beside.launch { answer(request, call) }
        if (request.text("method") == "shutdown") break
    }
    exitProcess(0)
}
