package dev.broadcasttck.examples

import dev.broadcasttck.mock.junit.BroadcastMockExtension
import dev.broadcasttck.mock.verify.Expectation.broadcast
import dev.broadcasttck.mock.verify.Expectation.join
import dev.broadcasttck.mock.verify.Expectation.leave
import io.github.jan.supabase.SupabaseClient
import io.github.jan.supabase.createSupabaseClient
import io.github.jan.supabase.realtime.Realtime
import io.github.jan.supabase.realtime.RealtimeChannel
import io.github.jan.supabase.realtime.broadcast
import io.github.jan.supabase.realtime.broadcastFlow
import io.github.jan.supabase.realtime.channel
import java.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.ReceiveChannel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.produceIn
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** supabase-kt in this process, with the mock in it too. */
class SupabaseKtTest {
    @Test
    fun `joins, says, and leaves`() = inRoom { room ->
        room.broadcast("said", buildJsonObject { put("text", "hello") })
        mock.verify(broadcast("said").on("room-1").with("""{"text": "hello"}""").overSocket().times(1))
        mock.verify(join().on("room-1").times(1))

        room.unsubscribe()
        mock.verify(leave().on("room-1").times(1))
    }

    @Test
    fun `hears what it listens to and nothing else`() = inRoom { room ->
        val heard = room.hears("said")

        say("other", "not this")
        say("said", "but this")

        assertThat(heard.next()).isEqualTo("but this")
    }

    @Test
    fun `joins again after the connection broke, and hears again`() = inRoom { room ->
        val heard = room.hears("said")
        say("said", "one")
        assertThat(heard.next()).isEqualTo("one")

        mock.dropConnection(1006)
        mock.verify(join().on("room-1").times(2))
        withTimeout(PATIENCE) { room.status.first { it == RealtimeChannel.Status.SUBSCRIBED } }
        say("said", "two")

        assertThat(heard.next()).isEqualTo("two")
    }

    @Test
    fun `joins when it is let in at last`() = runBlocking<Unit> {
        mock.replyError("phx_join", "Unauthorized")
        val supabase = client()
        val room = supabase.channel("room-1")
        room.subscribe()
        mock.verify(join().on("room-1"))
        mock.dropConnection(1012)

        withTimeout(PATIENCE) { room.status.first { it == RealtimeChannel.Status.SUBSCRIBED } }

        mock.verify(join().on("room-1").atLeast(2))
        supabase.close()
    }

    private fun inRoom(scene: suspend Scene.(RealtimeChannel) -> Unit) = runBlocking<Unit> {
        val supabase = client()
        val room = supabase.channel("room-1")
        room.subscribe(blockUntilSubscribed = true)
        coroutineScope {
            Scene(this).apply { scene(room) }.heard.forEach { it.cancel() }
        }
        supabase.close()
    }

    private fun client(): SupabaseClient =
        createSupabaseClient(mock.url().toString(), mock.anonKey()) {
            install(Realtime) { reconnectDelay = 100.milliseconds }
        }

    /** What a test hears while it runs. */
    private class Scene(private val scope: CoroutineScope) {
        val heard = mutableListOf<ReceiveChannel<JsonObject>>()

        fun RealtimeChannel.hears(event: String): ReceiveChannel<JsonObject> =
            broadcastFlow<JsonObject>(event).produceIn(scope).also(heard::add)

        suspend fun ReceiveChannel<JsonObject>.next(): String =
            withTimeout(PATIENCE) { receive() }.getValue("text").jsonPrimitive.content

        fun say(event: String, text: String) =
            mock.mock().project().sendAsDatabase("room-1", event, """{"text": "$text"}""", false)
    }

    companion object {
        private val PATIENCE = 20.seconds

        @JvmField
        @RegisterExtension
        val mock: BroadcastMockExtension =
            BroadcastMockExtension.create { it.patience(Duration.ofSeconds(20)) }
    }
}
