"""Drives the PyPI package `realtime`, from release 2 on: JSON-RPC 2.0, one message a line, on stdin and stdout."""

import asyncio, inspect, json, os, sys
from importlib.metadata import version

from realtime import AsyncRealtimeChannel, AsyncRealtimeClient

harness, sys.stdout = sys.stdout, sys.stderr  # what the SDK prints goes to stderr
clients, tasks = {}, set()  # the harness's handle -> (client, {handle: channel})
WANTS_SOCKET = hasattr(AsyncRealtimeClient.channel, "__wrapped__")  # before it makes a channel
PROBE = AsyncRealtimeClient("ws://localhost", "key")  # opens no socket
TIMEOUT = "timeout" in inspect.signature(AsyncRealtimeClient).parameters
HTTP_SEND = hasattr(AsyncRealtimeChannel, "http_send")
HEARTBEAT_FLOOR = 15 if "max(self.hb_interval, 15)" in inspect.getsource(AsyncRealtimeClient._heartbeat) else 0


class Refusal(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def known(handles, handle, noun):
    if handle not in handles:
        raise Refusal(-32602, f"no {noun} has the handle {handle!r}")
    return handles[handle]


def client_of(p): return known(clients, p["client"], "client")[0]
def channel_of(p): return known(known(clients, p["client"], "client")[1], p["channel"], "channel")
def write(**message): harness.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n"), harness.flush()
def uncaught(error): write(method="uncaught", params={"text": repr(error)})


def started(coroutine):
    task = asyncio.ensure_future(coroutine)
    tasks.add(task)
    task.add_done_callback(lambda done: (tasks.discard(done), done.cancelled() or done.exception() is None or uncaught(done.exception())))


def hears(listener, event):
    """Whether this release gives a listener for one name an event of another."""
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


class Methods:
    async def initialize(self, p):
        timers = {"timeoutMs": PROBE.timeout * 1000, "heartbeatMs": max(PROBE.hb_interval, HEARTBEAT_FLOOR) * 1000, "reconnectMs": PROBE.initial_backoff * 1000}
        return {"protocol": 1, "sdk": {"name": "supabase-py", "version": version("realtime")}, "vsn": "1.0.0",
                "eventMatch": "any case" if hears("Probe", "pROBE") else "exact", "wildcard": hears("*", "probe"),
                "acknowledgements": False, "callback": "envelope", "timers": timers,
                "settable": ["timeoutMs"] * TIMEOUT + ["heartbeatMs"] * (not HEARTBEAT_FLOOR),
                "methods": ["open", "setAuth", "removeChannel"] + ["httpSend"] * HTTP_SEND,
                "encodings": ["text"], "sendBeforeJoined": "refuses", "secondChannel": False}

    async def connect(self, p):
        options, token = p.get("options") or {}, p.get("token") or {}
        if "callback" in token or p.get("headers"):
            raise Refusal(-32601, "this SDK has no token callback and no headers")
        given = {"timeout": options.get("timeoutMs") if TIMEOUT else None, "hb_interval": options.get("heartbeatMs")}
        client = AsyncRealtimeClient(p["url"] + "/realtime/v1", p["key"], **{name: ms / 1000 for name, ms in given.items() if ms})
        clients[p["client"]] = (client, {})
        if "value" in token:
            await client.set_auth(token["value"])

    async def open(self, p):
        client = client_of(p)
        await client.connect()
        if WANTS_SOCKET:
            started(client.listen())  # elsewhere the SDK does that by itself

    async def channel(self, p):
        client, channels = known(clients, p["client"], "client")
        if WANTS_SOCKET and not client.is_connected:
            await self.open(p)
        channels[p["channel"]] = client.channel(p["topic"], {"config": p.get("config") or {}})

    async def on(self, p):
        where = {name: p[name] for name in ("client", "channel", "listener")}
        channel_of(p).on_broadcast(p["event"], lambda raw, *_: write(
            method="message", params={**where, "event": raw.get("event"), "payload": raw.get("payload"), "raw": raw}))

    async def subscribe(self, p):
        where = {"client": p["client"], "channel": p["channel"]}
        started(channel_of(p).subscribe(lambda status, error=None: write(
            method="status", params={**where, "status": getattr(status, "value", status), **({"error": str(error)} if error else {})})))

    async def send(self, p): await channel_of(p).send_broadcast(p["event"], p["payload"])  # its result cannot be observed

    async def httpSend(self, p):
        if not HTTP_SEND:
            raise Refusal(-32601, "this release has no http_send")
        await channel_of(p).http_send(p["event"], p["payload"])

    async def setAuth(self, p): await client_of(p).set_auth(p.get("token"))
    async def unsubscribe(self, p): await channel_of(p).unsubscribe()
    async def removeChannel(self, p): await client_of(p).remove_channel(channel_of(p))
    async def disconnect(self, p): await client_of(p).close()
    async def forget(self, p): await (client_of(p), clients.pop(p["client"])[0])[1].close()
    async def shutdown(self, p): pass


async def answer(request):
    try:
        method = getattr(Methods, request["method"], None) if not request["method"].startswith("_") else None
        if method is None:
            raise Refusal(-32601, f"there is no method {request['method']!r}")
        write(id=request["id"], result=await method(Methods(), request.get("params") or {}))
    except Exception as error:
        write(id=request["id"], error={"code": getattr(error, "code", -32000) if isinstance(error, Refusal) else -32000, "message": str(error) or repr(error)})


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: uncaught(context.get("exception") or context["message"]))
    reader = asyncio.StreamReader(limit=1 << 26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        request = json.loads(line)
        if request["method"] in ("initialize", "connect", "channel", "shutdown"):  # what comes next may build on these
            await answer(request)
        else:
            tasks.add(task := asyncio.ensure_future(answer(request)))
            task.add_done_callback(tasks.discard)
        if request["method"] == "shutdown":
            break
    os._exit(0)


asyncio.run(main())
