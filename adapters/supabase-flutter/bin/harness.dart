// An adapter's end in Dart: JSON-RPC 2.0, one message a line, on stdin and stdout.
import 'dart:async';
import 'dart:convert';
import 'dart:io';

/// An error with a code of the protocol's; every other error is told as -32000.
class Refusal implements Exception {
  const Refusal(this.code, this.message);
  final int code;
  final String message;

  @override
  String toString() => message;
}

/// What the harness named: its handle -> our object.
class Handles<T> {
  Handles(this.noun);
  final String noun;
  final _named = <Object?, T>{};

  void operator []=(Object? handle, T named) => _named[handle] = named;

  T operator [](Object? handle) =>
      _named[handle] ?? (throw Refusal(-32602, 'no $noun has the handle ${jsonEncode(handle)}'));

  T taken(Object? handle) {
    final named = this[handle];
    _named.remove(handle);
    return named;
  }
}

/// What a token function yields, as `delayMs` of `connect` says: at once, in the next tick, or later.
class TokenSource {
  TokenSource(this.now, int? delayMs) : delayMs = delayMs ?? -1;
  String? now;
  final int delayMs;

  Future<String?> call() =>
      delayMs < 0 ? Future.value(now) : Future.delayed(Duration(milliseconds: delayMs), () => now);
}

typedef Params = Map<String, dynamic>;
typedef Methods = Map<String, FutureOr<Object?> Function(Params)>;

void _write(Map<String, Object?> message) => stdout.writeln(jsonEncode({'jsonrpc': '2.0', ...message}));

void notify(String method, Map<String, Object?> params) => _write({'method': method, 'params': params});

void _uncaught(Object error, StackTrace trace) => notify('uncaught', {'text': '$error\n$trace'});

/// Those of the parameters that say what a notification is about.
Map<String, Object?> where(Params p, List<String> names) => {for (final name in names) name: p[name]};

void _refuse(Object? id, int code, Object error) =>
    _write({'id': id, 'error': {'code': code, 'message': '$error'}});

Future<void> _answer(String line, Methods methods) async {
  final Params request;
  try {
    request = jsonDecode(line);
  } on FormatException catch (error) {
    return _refuse(null, -32700, error);
  }
  try {
    final name = request['method'];
    final method = methods[name] ?? (throw Refusal(-32601, 'there is no method ${jsonEncode(name)}'));
    final result = await method(request['params'] ?? {});
    _write({'id': request['id'], 'result': result is String || result is Map ? result : null});
  } catch (error) {
    _refuse(request['id'], error is Refusal ? error.code : -32000, error);
  }
  if (request['method'] == 'shutdown') exit(0);
}

/// Answers each request with what the method of that name returns, awaited; null where that is nothing of JSON.
void serve(Methods methods) {
  final toStderr = ZoneSpecification(print: (_, __, ___, line) => stderr.writeln(line));
  void listen() {
    final lines = stdin.transform(utf8.decoder).transform(const LineSplitter());
    lines.listen((line) => _answer(line, methods), onDone: () => exit(0));
  }

  runZonedGuarded(listen, _uncaught, zoneSpecification: toStderr);
}
