import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.system.exitProcess
import kotlinx.coroutines.*
import kotlinx.serialization.json.*

/** The harness's end: JSON-RPC 2.0, one message a line, on stdin and stdout. */
class Refusal(val code: Int, message: String) : Exception(message)

private val harness = System.out!!
val scope = CoroutineScope(SupervisorJob() + Dispatchers.Unconfined + CoroutineExceptionHandler { _, error -> uncaught(error) })

private fun write(member: Pair<String, JsonElement>, vararg more: Pair<String, JsonElement>) = synchronized(harness) {
    harness.write((JsonObject(mapOf("jsonrpc" to JsonPrimitive("2.0"), member, *more)).toString() + "\n").encodeToByteArray())
    harness.flush()
}
fun notify(method: String, params: JsonObject) = write("method" to JsonPrimitive(method), "params" to params)
fun uncaught(error: Throwable) = notify("uncaught", buildJsonObject { put("text", error.stackTraceToString()) })

fun JsonObject.text(name: String) = (this[name] as? JsonPrimitive)?.contentOrNull
fun JsonObject.part(name: String) = this[name] as? JsonObject ?: JsonObject(emptyMap())
fun JsonObject.flag(name: String) = (this[name] as? JsonPrimitive)?.booleanOrNull ?: false
fun JsonObject.where(vararg names: String) = names.associateWith { getValue(it) }

suspend fun Method.suspending(target: Any, vararg given: Any?): Any? = suspendCoroutineUninterceptedOrReturn { rest ->
    try { invoke(target, *given, rest) } catch (thrown: InvocationTargetException) { throw thrown.targetException }
}

typealias Call = suspend (method: String, params: JsonObject) -> Any?

private suspend fun answer(request: JsonObject, call: Call) {
    val id = "id" to request.getValue("id")
    try {
        write(id, "result" to (call(request.text("method")!!, request.part("params")) as? JsonElement ?: JsonNull))
    } catch (error: Exception) {
        val code = (error as? Refusal)?.code ?: -32000
        write(id, "error" to buildJsonObject { put("code", code); put("message", error.message ?: error.toString()) })
    }
}

fun serve(call: Call) {
    System.setOut(System.err) // what the SDK prints is not for the harness
    Thread.setDefaultUncaughtExceptionHandler { _, error -> uncaught(error) }
    for (line in System.`in`.bufferedReader().lineSequence()) {
        val request = Json.parseToJsonElement(line).jsonObject
        scope.launch { answer(request, call) }
        if (request.text("method") == "shutdown") break
    }
    exitProcess(0)
}
