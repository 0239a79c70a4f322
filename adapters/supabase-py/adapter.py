"""Drives the PyPI package `realtime`, from release 2 on."""

from importlib.metadata import version
from types import SimpleNamespace

from harness import Handles, Refusal, notify, serve, started
from realtime import AsyncRealtimeClient
from releases import (
    HAS_HTTP_SEND, HEARTBEAT_FLOOR, TAKES_TIMEOUT, TIMERS, WANTS_SOCKET, hears, makes_second_channel, open_socket,
)

clients = Handles("client")  # with .sdk and .channels


def client_of(p):
    return clients[p["client"]].sdk


def channel_of(p):
    return clients[p["client"]].channels[p["channel"]]


def initialize(_):
    return {
        "protocol": 1,
        "sdk": {"name": "supabase-py", "version": version("realtime")},
        "vsn": "1.0.0",
        "eventMatch": "any case" if hears("Probe", "pROBE") else "exact",
        "wildcard": hears("*", "probe"),
        "acknowledgements": False,
        "callback": "envelope",
        "settable": ["timeoutMs"] * TAKES_TIMEOUT + ["heartbeatMs"] * (not HEARTBEAT_FLOOR),
        "timers": TIMERS,
        "methods": ["open", "setAuth", "removeChannel"] + ["httpSend"] * HAS_HTTP_SEND,
        "encodings": ["text"],
        "sendBeforeJoined": "refuses",
        "secondChannel": makes_second_channel(),
    }


async def connect(p):
    token = p.get("token") or {}
    if "callback" in token or p.get("headers"):
        raise Refusal(-32601, "this SDK has no token callback and no headers")
    names = {"timeoutMs": "timeout", "heartbeatMs": "hb_interval"}
    settings = {names[name]: ms / 1000 for name, ms in p["options"].items()}
    sdk = AsyncRealtimeClient(p["url"] + "/realtime/v1", p["key"], **settings)
    clients[p["client"]] = SimpleNamespace(sdk=sdk, channels=Handles("channel"))
    if "value" in token:
        await sdk.set_auth(token["value"])


async def channel(p):
    client = clients[p["client"]]
    if WANTS_SOCKET and not client.sdk.is_connected:
        await open_socket(client.sdk)
    client.channels[p["channel"]] = client.sdk.channel(p["topic"], {"config": p["config"]})


def on(p):
    where = {name: p[name] for name in ("client", "channel", "listener")}

    def heard(raw, *_):
        notify("message", {**where, "event": raw.get("event"), "payload": raw.get("payload"), "raw": raw})

    channel_of(p).on_broadcast(p["event"], heard)


def subscribe(p):
    where = {"client": p["client"], "channel": p["channel"]}

    def reported(status, error=None):
        why = {"error": str(error)} if error else {}
        notify("status", {**where, "status": getattr(status, "value", status), **why})

    started(channel_of(p).subscribe(reported))


methods = {
    "initialize": initialize,
    "connect": connect,
    "open": lambda p: open_socket(client_of(p)),
    "channel": channel,
    "on": on,
    "subscribe": subscribe,
    "send": lambda p: channel_of(p).send_broadcast(p["event"], p["payload"]),  # its result cannot be observed
    "setAuth": lambda p: client_of(p).set_auth(p.get("token")),
    "unsubscribe": lambda p: channel_of(p).unsubscribe(),
    "removeChannel": lambda p: client_of(p).remove_channel(channel_of(p)),
    "disconnect": lambda p: client_of(p).close(),
    "forget": lambda p: (client_of(p), clients.pop(p["client"]))[0].close(),
}
if HAS_HTTP_SEND:
    methods["httpSend"] = lambda p: channel_of(p).http_send(p["event"], p["payload"])

serve(methods, in_turn={"initialize", "connect", "channel"})
