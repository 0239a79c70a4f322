"""What releases of `realtime` differ in, found by looking at them, never by their number."""

import inspect
import json

from harness import started
from realtime import AsyncRealtimeChannel, AsyncRealtimeClient

PROBE = AsyncRealtimeClient("ws://localhost", "key")  # opens no socket
WANTS_SOCKET = hasattr(AsyncRealtimeClient.channel, "__wrapped__")  # before it makes a channel
TAKES_TIMEOUT = "timeout" in inspect.signature(AsyncRealtimeClient).parameters
HAS_HTTP_SEND = hasattr(AsyncRealtimeChannel, "http_send")
HEARTBEAT_FLOOR = 15 if "max(self.hb_interval, 15)" in inspect.getsource(AsyncRealtimeClient._heartbeat) else 0
TIMERS = {
    "timeoutMs": PROBE.timeout * 1000,
    "heartbeatMs": max(PROBE.hb_interval, HEARTBEAT_FLOOR) * 1000,
    "reconnectMs": PROBE.initial_backoff * 1000,
}


def hears(listener, event):
    """Whether a listener for one name is given an event of another."""
    channel, heard = AsyncRealtimeChannel(PROBE, "realtime:probe", {"config": {}}), []
    payload = {"type": "broadcast", "event": event, "payload": {}}
    channel.on_broadcast(listener, lambda *given: heard.append(given))
    if hasattr(channel, "_trigger"):
        channel._trigger("broadcast", payload)
    else:
        from realtime.message import ServerMessageAdapter

        message = {"topic": "realtime:probe", "event": "broadcast", "payload": payload, "ref": None}
        channel._handle_message(ServerMessageAdapter.validate_json(json.dumps(message)))
    return bool(heard)


def makes_second_channel():
    """Whether asking for a topic's channel again makes another one."""
    make = getattr(AsyncRealtimeClient.channel, "__wrapped__", AsyncRealtimeClient.channel)
    return make(PROBE, "probe") is not make(PROBE, "probe")


async def open_socket(client):
    await client.connect()
    if WANTS_SOCKET:
        started(client.listen())  # elsewhere the SDK does that by itself
