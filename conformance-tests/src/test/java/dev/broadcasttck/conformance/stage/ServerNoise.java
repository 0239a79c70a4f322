package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.noise.Noise;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HexFormat;
import java.util.stream.Stream;

/** What a server might say to the channel {@code realtime:room}, before it is spoilt. */
public final class ServerNoise {
  private ServerNoise() {}

  /** Text frames of a version, and binary frames of version 2. */
  public static Noise of(ProtocolVersion version) {
    Stream<byte[]> texts =
        version == ProtocolVersion.V1 ? Noise.bytes(version1()) : Noise.bytes(version2());
    return new Noise(Stream.concat(texts, binaries()).toList());
  }

  private static Stream<String> version2() {
    return Stream.of(
        "[\"1\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]",
        "[\"1\",\"2\",\"realtime:room\",\"phx_reply\",{\"status\":\"error\",\"response\":{\"reason\":\"no\"}}]",
        "[null,null,\"realtime:room\",\"broadcast\",{\"event\":\"e\",\"payload\":{\"a\":1.10},\"type\":\"broadcast\",\"meta\":{\"id\":\"i\"}}]",
        "[null,\"3\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]",
        "[\"1\",null,\"realtime:room\",\"system\",{\"status\":\"ok\",\"message\":\"m\",\"extension\":\"postgres_changes\",\"channel\":\"room\"}]",
        "[\"1\",null,\"realtime:room\",\"presence_state\",{}]",
        "[null,null,\"realtime:room\",\"presence_diff\",{\"joins\":{},\"leaves\":{}}]",
        "[\"9\",\"9\",\"realtime:room\",\"phx_close\",{}]",
        "[\"9\",null,\"realtime:room\",\"phx_error\",{}]");
  }

  private static Stream<String> version1() {
    return Stream.of(
        "{\"ref\":\"1\",\"event\":\"phx_reply\",\"payload\":{\"status\":\"ok\",\"response\":{}},\"topic\":\"realtime:room\"}",
        "{\"ref\":null,\"event\":\"broadcast\",\"payload\":{\"event\":\"e\",\"payload\":{\"a\":1.10},\"type\":\"broadcast\"},\"topic\":\"realtime:room\"}",
        "{\"ref\":null,\"event\":\"system\",\"payload\":{\"status\":\"ok\"},\"topic\":\"realtime:room\"}",
        "{\"ref\":\"9\",\"event\":\"phx_close\",\"payload\":{},\"topic\":\"realtime:other\"}");
  }

  private static Stream<byte[]> binaries() {
    return Stream.of(
            "040d01000172" + "65616c74696d653a726f6f6d" + "65" + "7b2261223a317d",
            "040d010d0072"
                + "65616c74696d653a726f6f6d"
                + "65"
                + "7b226964223a2261626364227d"
                + "ff00",
            "020d0972" + "65616c74696d653a726f6f6d" + "62726f616463617374" + "7b7d",
            "0101010d02313172" + "65616c74696d653a726f6f6d" + "6f6b" + "7b7d",
            "00010d093172" + "65616c74696d653a726f6f6d" + "62726f616463617374" + "7b7d")
        .map(HexFormat.of()::parseHex);
  }
}
