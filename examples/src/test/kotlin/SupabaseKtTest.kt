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
    fun `joins, says, and leaves`() = inRoom { room, _ ->
        room.broadcast("said", buildJsonObject { put("text", "hello") })
        mock.verify(broadcast("said").on("room-1").with("""{"text": "hello"}""").overSocket().times(1))
        mock.verify(join().on("room-1").times(1))

        room.unsubscribe()
        mock.verify(leave().on("room-1").times(1))
    }

    @Test
    fun `hears what it listens to and nothing else`() = inRoom { _, heard ->
        say("other", "not this")
        say("said", "but this")

        assertThat(heard.next()).isEqualTo("but this")
    }

    @Test
    fun `joins again after the connection broke, and hears again`() = inRoom { room, heard ->
        say("said", "one")
        assertThat(heard.next()).isEqualTo("one")

        mock.dropConnection(1006)
        mock.verify(join().on("room-1").times(2))
        room.isSubscribed()
        say("said", "two")

        assertThat(heard.next()).isEqualTo("two")
    }

    @Test
    fun `joins when it is let in at last`() = withClient { supabase ->
        mock.replyError("phx_join", "Unauthorized")
        val room = supabase.channel("room-1")
        room.subscribe()
        mock.verify(join().on("room-1"))
        mock.dropConnection(1012)

        room.isSubscribed()

        mock.verify(join().on("room-1").atLeast(2))
    }

    /** Listens before it joins, so that nothing is said in between. */
    private fun inRoom(scene: suspend (RealtimeChannel, ReceiveChannel<JsonObject>) -> Unit) = withClient { supabase ->
        val room = supabase.channel("room-1")
        coroutineScope {
            val heard = room.broadcastFlow<JsonObject>("said").produceIn(this)
            room.subscribe(blockUntilSubscribed = true)
            scene(room, heard)
            heard.cancel()
        }
    }

    private fun withClient(scene: suspend (SupabaseClient) -> Unit) = runBlocking<Unit> {
        val supabase = client()
        try {
            scene(supabase)
        } finally {
            supabase.close()
        }
    }

    private fun client(): SupabaseClient =
        createSupabaseClient(mock.url().toString(), mock.anonKey()) {
            install(Realtime) { reconnectDelay = 100.milliseconds }
        }

    private suspend fun RealtimeChannel.isSubscribed() =
        withTimeout(PATIENCE) { status.first { it == RealtimeChannel.Status.SUBSCRIBED } }

    private suspend fun ReceiveChannel<JsonObject>.next(): String =
        withTimeout(PATIENCE) { receive() }.getValue("text").jsonPrimitive.content

    private fun say(event: String, text: String) =
        mock.mock().project().sendAsDatabase("room-1", event, """{"text": "$text"}""", false)

    companion object {
        private val PATIENCE = 20.seconds

        @JvmField
        @RegisterExtension
        val mock: BroadcastMockExtension =
            BroadcastMockExtension.create { it.patience(Duration.ofSeconds(20)) }
    }
}
