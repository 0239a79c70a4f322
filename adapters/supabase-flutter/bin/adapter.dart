// Drives realtime_client, the Realtime part of supabase-flutter: JSON-RPC 2.0, one message a line, on stdin and stdout.
import 'dart:async';
import 'dart:convert';
import 'dart:io';

import 'package:realtime_client/realtime_client.dart';

class Refusal implements Exception {
  const Refusal(this.code, this.message);
  final int code;
  final String message;
  @override
  String toString() => message;
}

class Client {
  Client(this.sdk, this.token);
  final RealtimeClient sdk;
  String? token; // what a callback yields
  final channels = <String, RealtimeChannel>{};
}

final clients = <String, Client>{};

void write(Map<String, Object?> message) => stdout.writeln(jsonEncode({'jsonrpc': '2.0', ...message}));
void uncaught(Object error, [StackTrace? trace]) => write({'method': 'uncaught', 'params': {'text': '$error\n$trace'}});

T known<T>(Map<String, T> handles, Object? handle, String noun) =>
    handles[handle] ?? (throw Refusal(-32602, 'no $noun has the handle ${jsonEncode(handle)}'));
Client clientOf(Map p) => known(clients, p['client'], 'client');
RealtimeChannel channelOf(Map p) => known(clientOf(p).channels, p['channel'], 'channel');

RealtimeClient realtimeClient(String url, String key, Map options, Map? headers, Future<String?> Function()? token) => RealtimeClient(
      '${url.replaceFirst(RegExp('^http'), 'ws')}/realtime/v1',
      params: {'apikey': key},
      headers: {...?headers?.cast<String, String>()},
      timeout: Duration(milliseconds: options['timeoutMs'] ?? 10000),
      heartbeatIntervalMs: options['heartbeatMs'] ?? 25000,
      reconnectAfterMs: options['reconnectMs'] == null ? null : (_) => options['reconnectMs'],
      customAccessToken: token,
    );

const statuses = {
  RealtimeSubscribeStatus.subscribed: 'SUBSCRIBED',
  RealtimeSubscribeStatus.channelError: 'CHANNEL_ERROR',
  RealtimeSubscribeStatus.timedOut: 'TIMED_OUT',
  RealtimeSubscribeStatus.closed: 'CLOSED',
};
const words = {ChannelResponse.ok: 'ok', ChannelResponse.error: 'error', ChannelResponse.timedOut: 'timed out'};
String word(ChannelResponse response) => words[response] ?? response.name;

final methods = <String, FutureOr<Object?> Function(Map)>{
  'initialize': (_) => {
        'protocol': 1,
        'sdk': {'name': 'supabase-flutter', 'version': version},
        'vsn': Uri.parse(realtimeClient('http://localhost', 'key', {}, null, null).endPointURL).queryParameters['vsn'] ?? '1.0.0',
        'eventMatch': 'any case', 'wildcard': true, 'acknowledgements': true, 'callback': 'envelope',
        'settable': ['timeoutMs', 'heartbeatMs', 'reconnectMs'],
        'timers': {'timeoutMs': 10000, 'heartbeatMs': 25000, 'reconnectMs': 1000},
        'methods': ['open', 'setAuth', 'removeChannel', 'callbackToken'],
        'encodings': ['text'],
        'sendBeforeJoined': 'rest',
      },
  'connect': (p) async {
    final token = p['token'] as Map? ?? {};
    late final Client client;
    Future<String?> yields() =>
        token['delayMs'] < 0 ? Future.value(client.token) : Future.delayed(Duration(milliseconds: token['delayMs']), () => client.token);
    final callback = token.containsKey('callback') ? yields : null;
    client = Client(realtimeClient(p['url'], p['key'], p['options'] ?? {}, p['headers'], callback), token['callback']);
    clients[p['client']] = client;
    if (token['value'] != null) await client.sdk.setAuth(token['value']);
  },
  'open': (p) => clientOf(p).sdk.connect(),
  'channel': (p) {
    final config = p['config'] as Map? ?? {};
    final params = RealtimeChannelConfig(
      self: config['broadcast']?['self'] ?? false,
      ack: config['broadcast']?['ack'] ?? false,
      key: config['presence']?['key'] ?? '',
      private: config['private'] ?? false,
    );
    clientOf(p).channels[p['channel']] = clientOf(p).sdk.channel(p['topic'], params);
  },
  'on': (p) {
    final where = {for (final name in ['client', 'channel', 'listener']) name: p[name]};
    void heard(Map<String, dynamic> raw) =>
        write({'method': 'message', 'params': {...where, 'event': raw['event'], 'payload': raw['payload'], 'raw': raw}});
    channelOf(p).onBroadcast(event: p['event'], callback: heard);
  },
  'subscribe': (p) {
    final where = {'client': p['client'], 'channel': p['channel']};
    channelOf(p).subscribe((status, error) => write({
          'method': 'status',
          'params': {...where, 'status': statuses[status] ?? status.name, if (error != null) 'error': '$error'},
        }));
  },
  'send': (p) async => word(await channelOf(p).sendBroadcastMessage(event: p['event'], payload: (p['payload'] as Map).cast())),
  'setAuth': (p) => clientOf(p).sdk.setAuth(p['token']),
  'callbackToken': (p) => clientOf(p).token = p['token'],
  'unsubscribe': (p) async => await channelOf(p).unsubscribe(),
  'removeChannel': (p) async => await clientOf(p).sdk.removeChannel(channelOf(p)),
  'disconnect': (p) => clientOf(p).sdk.disconnect(),
  'forget': (p) async => (clientOf(p), clients.remove(p['client'])).$1.sdk.disconnect(),
  'shutdown': (_) => null,
};

Future<void> answer(String line) async {
  final Map request = jsonDecode(line);
  try {
    final method = methods[request['method']] ?? (throw Refusal(-32601, 'there is no method ${jsonEncode(request['method'])}'));
    final result = await method(request['params'] as Map? ?? {});
    write({'id': request['id'], 'result': result is num || result is String || result is Map ? result : null});
  } catch (error) {
    write({'id': request['id'], 'error': {'code': error is Refusal ? error.code : -32000, 'message': '$error'}});
  }
  if (request['method'] == 'shutdown') exit(0);
}

late final String version;

void main(List<String> given) {
  version = given.first;
  final toStderr = ZoneSpecification(print: (_, __, ___, line) => stderr.writeln(line));
  runZonedGuarded(() => stdin.transform(utf8.decoder).transform(const LineSplitter()).listen(answer, onDone: () => exit(0)), uncaught,
      zoneSpecification: toStderr);
}
