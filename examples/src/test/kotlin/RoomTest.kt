package dev.broadcasttck.examples

import dev.broadcasttck.mock.junit.BroadcastMockExtension
import dev.broadcasttck.mock.verify.Expectation.broadcast
import io.github.jan.supabase.createSupabaseClient
import io.github.jan.supabase.realtime.Realtime
import io.github.jan.supabase.realtime.broadcast
import io.github.jan.supabase.realtime.channel
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class RoomTest {
    @Test
    fun `says hello`() = runBlocking<Unit> {
        val supabase = createSupabaseClient(mock.url().toString(), mock.anonKey()) { install(Realtime) }
        val room = supabase.channel("room-1")
        room.subscribe(blockUntilSubscribed = true)

        room.broadcast("message", buildJsonObject { put("text", "hello") })

        mock.verify(broadcast("message").on("room-1").with("""{"text": "hello"}""").times(1))
        supabase.close()
    }

    companion object {
        @JvmField
        @RegisterExtension
        val mock: BroadcastMockExtension = BroadcastMockExtension.create()
    }
}
