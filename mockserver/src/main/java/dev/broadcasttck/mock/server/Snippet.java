package dev.broadcasttck.mock.server;

import java.net.URI;

/** What to paste into Node to see the mock at work. */
public final class Snippet {
  private Snippet() {}

  /**
   * Two lines that subscribe to a room and print all that happens in it, after {@code npm install
   * @supabase/supabase-js ws}. Node has a WebSocket of its own since version 22; {@code ws} stands
   * in for it before.
   *
   * @param url the mock's address, as {@link BroadcastMock#url()} says it
   * @param key the project's key
   */
  public static String supabaseJs(URI url, String key) {
    return """
        const supabase = require('@supabase/supabase-js').createClient('%s', '%s', { realtime: { transport: globalThis.WebSocket ?? require('ws') } })
        supabase.channel('room-1').on('broadcast', { event: '*' }, console.log).subscribe(console.log)
        """
        .formatted(url, key);
  }
}
