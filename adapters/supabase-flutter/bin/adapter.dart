// Drives realtime_client, the Realtime part of supabase-flutter.
import 'package:realtime_client/realtime_client.dart';

import 'harness.dart';

typedef Client = ({RealtimeClient sdk, TokenSource token, Handles<RealtimeChannel> channels});

final clients = Handles<Client>('client');

Client clientOf(Params p) => clients[p['client']];
RealtimeChannel channelOf(Params p) => clientOf(p).channels[p['channel']];

RealtimeClient realtimeClient(String url, String key, Params options, [Params? headers, TokenSource? token]) {
  final reconnectMs = options['reconnectMs'] as int?;
  return RealtimeClient(
    '${url.replaceFirst(RegExp('^http'), 'ws')}/realtime/v1',
    params: {'apikey': key},
    headers: {...?headers?.cast<String, String>()},
    timeout: Duration(milliseconds: options['timeoutMs'] ?? 10000),
    heartbeatIntervalMs: options['heartbeatMs'] ?? 25000,
    reconnectAfterMs: reconnectMs == null ? null : (_) => reconnectMs,
    customAccessToken: token?.call,
  );
}

Params initialize(String version) => {
      'protocol': 1,
      'sdk': {'name': 'supabase-flutter', 'version': version},
      'vsn': Uri.parse(realtimeClient('http://any', 'key', {}).endPointURL).queryParameters['vsn'] ?? '1.0.0',
      'eventMatch': 'any case',
      'wildcard': true,
      'acknowledgements': true,
      'callback': 'envelope',
      'settable': ['timeoutMs', 'heartbeatMs', 'reconnectMs'],
      'timers': {'timeoutMs': 10000, 'heartbeatMs': 25000, 'reconnectMs': 1000},
      'methods': ['open', 'setAuth', 'removeChannel', 'callbackToken'],
      'encodings': ['text'],
      'sendBeforeJoined': 'rest',
    };

Future<void> connect(Params p) async {
  final Params token = p['token'] ?? {};
  final source = TokenSource(token['callback'], token['delayMs']);
  final given = token.containsKey('callback') ? source : null;
  final sdk = realtimeClient(p['url'], p['key'], p['options'], p['headers'], given);
  clients[p['client']] = (sdk: sdk, token: source, channels: Handles('channel'));
  if (token['value'] != null) await sdk.setAuth(token['value']);
}

void channel(Params p) {
  final Params config = p['config'];
  final params = RealtimeChannelConfig(
    self: config['broadcast']?['self'] ?? false,
    ack: config['broadcast']?['ack'] ?? false,
    key: config['presence']?['key'] ?? '',
    private: config['private'] ?? false,
  );
  clientOf(p).channels[p['channel']] = clientOf(p).sdk.channel(p['topic'], params);
}

void on(Params p) {
  final about = where(p, ['client', 'channel', 'listener']);
  void heard(Map<String, dynamic> raw) =>
      notify('message', {...about, 'event': raw['event'], 'payload': raw['payload'], 'raw': raw});
  channelOf(p).onBroadcast(event: p['event'], callback: heard);
}

void subscribe(Params p) {
  final about = where(p, ['client', 'channel']);
  channelOf(p).subscribe((status, error) =>
      notify('status', {...about, 'status': inCapitals(status.name), if (error != null) 'error': '$error'}));
}

Future<String> send(Params p) async {
  final response = await channelOf(p).sendBroadcastMessage(event: p['event'], payload: p['payload']);
  return spaced(response.name, ' '); // timedOut: timed out
}

String inCapitals(String name) => spaced(name, '_').toUpperCase(); // channelError: CHANNEL_ERROR
String spaced(String name, String gap) => name.replaceAllMapped(RegExp('[A-Z]'), (it) => '$gap${it[0]}'.toLowerCase());

void main(List<String> given) => serve({
      'initialize': (_) => initialize(given.first),
      'connect': connect,
      'open': (p) => clientOf(p).sdk.connect(),
      'channel': channel,
      'on': on,
      'subscribe': subscribe,
      'send': send,
      'setAuth': (p) => clientOf(p).sdk.setAuth(p['token']),
      'callbackToken': (p) => clientOf(p).token.now = p['token'],
      'unsubscribe': (p) => channelOf(p).unsubscribe(),
      'removeChannel': (p) => clientOf(p).sdk.removeChannel(channelOf(p)),
      'disconnect': (p) => clientOf(p).sdk.disconnect(),
      'forget': (p) => clients.taken(p['client']).sdk.disconnect(),
      'shutdown': (_) => null,
    });
