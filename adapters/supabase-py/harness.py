"""An adapter's end in Python: JSON-RPC 2.0, one message a line. Import it before the SDK, whose prints go to stderr."""

import asyncio
import inspect
import json
import os
import sys

harness, sys.stdout = sys.stdout, sys.stderr
tasks = set()  # a loop alone would let them be collected


class Refusal(Exception):
    """An error with a code of the protocol's; every other error is told as -32000."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Handles(dict):
    """What the harness named: its handle -> our object."""

    def __init__(self, noun):
        super().__init__()
        self.noun = noun

    def __missing__(self, handle):
        raise Refusal(-32602, f"no {self.noun} has the handle {json.dumps(handle)}")


def write(**message):
    harness.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    harness.flush()


def refuse(request, code, error):
    write(id=request, error={"code": code, "message": str(error) or repr(error)})


def notify(method, params):
    write(method=method, params=params)


def uncaught(error):
    notify("uncaught", {"text": repr(error)})


def started(coroutine):
    """Lets it run beside everything else; its error is nobody's."""

    def ended(task):
        tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            uncaught(task.exception())

    task = asyncio.ensure_future(coroutine)
    tasks.add(task)
    task.add_done_callback(ended)
    return task


async def answered(request, methods):
    try:
        if request["method"] not in methods:
            raise Refusal(-32601, f"there is no method {json.dumps(request['method'])}")
        result = methods[request["method"]](request.get("params") or {})
        write(id=request["id"], result=await result if inspect.isawaitable(result) else result)
    except Exception as error:
        refuse(request["id"], error.code if isinstance(error, Refusal) else -32000, error)


async def answer_all(methods, in_turn):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: uncaught(context.get("exception") or context["message"]))
    reader = asyncio.StreamReader(limit=1 << 26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        try:
            request = json.loads(line)
        except ValueError as error:
            refuse(None, -32700, error)
            continue
        if request["method"] == "shutdown":
            write(id=request["id"], result=None)
            break
        answer = started(answered(request, methods))
        if request["method"] in in_turn:
            await answer
    os._exit(0)


def serve(methods, in_turn=()):
    """Answers each request with what the method of that name returns, awaited or not.

    What comes after a method that is in turn waits until it has been answered: it may need what that one makes.
    """
    asyncio.run(answer_all(methods, in_turn))
