package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;

/** How the pushes of one socket become frames, right or distorted. */
final class Framing {
  private final ProtocolVersion vsn;
  private final boolean binary;
  private final Encoder encoder;
  private final Conduct conduct;
  private final Distortion distortion;

  Framing(ProtocolVersion vsn, Encoding encoding, Conduct conduct) {
    this.vsn = vsn;
    this.binary = vsn == ProtocolVersion.V2 && encoding == Encoding.BINARY;
    this.encoder = new Encoder(vsn);
    this.conduct = conduct;
    this.distortion = new Distortion(conduct);
  }

  /**
   * The frame of a push.
   *
   * @throws IllegalArgumentException if no frame can hold it
   */
  Frame of(Envelope push) {
    Envelope shown = distortion.of(push);
    if (binary && push.event().equals("broadcast") && !distortion.isFlat(shown)) {
      return binary(shown);
    }
    if (vsn == ProtocolVersion.V1 && conduct.does(Misbehaviour.ARRAYS_ON_VERSION_1)) {
      return new Encoder(ProtocolVersion.V2).text(shown);
    }
    return encoder.text(shown);
  }

  private Frame binary(Envelope push) {
    if (conduct.does(Misbehaviour.LENGTH_IN_CHARACTERS)) {
      return Miscount.inCharacters(push);
    }
    return conduct.does(Misbehaviour.WITHOUT_METADATA_LENGTH)
        ? Miscount.withoutMetadata(push)
        : encoder.userBroadcast(push);
  }
}
