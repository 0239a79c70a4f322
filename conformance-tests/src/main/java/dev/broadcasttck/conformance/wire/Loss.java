package dev.broadcasttck.conformance.wire;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why a connection came to nothing.
 *
 * @param cause the kind of mishap
 * @param detail as the network reports it
 */
public record Loss(Cause cause, String detail) {
  /** The mishaps that a reader would do something different about. */
  public enum Cause {
    UNKNOWN_HOST("no such host"),
    NOT_CONNECTED("connection refused"),
    UNTRUSTED("certificate not trusted"),
    WRONG_NAME("certificate for another host"),
    NO_TLS("no TLS spoken"),
    TIMED_OUT("no answer in time"),
    NOT_HTTP("answer that breaks HTTP or WebSocket"),
    CUT_OFF("connection cut off");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  public static Loss of(Throwable failure) {
    return new Loss(cause(failure), String.valueOf(failure.getMessage()));
  }

  private static Cause cause(Throwable failure) {
    if (failure instanceof UnknownHostException) {
      return Cause.UNKNOWN_HOST;
    } else if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return Cause.NOT_CONNECTED;
    } else if (failure instanceof SSLPeerUnverifiedException) {
      return Cause.WRONG_NAME;
    } else if (failure instanceof SSLException) {
      return tlsCause(failure);
    } else if (failure instanceof InterruptedIOException) {
      return Cause.TIMED_OUT;
    } else if (failure instanceof ProtocolException) {
      return Cause.NOT_HTTP;
    }
    return Cause.CUT_OFF;
  }

  private static Cause tlsCause(Throwable failure) {
    boolean untrusted =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(CertificateException.class::isInstance);
    if (untrusted) {
      return Cause.UNTRUSTED;
    }
    boolean plain = String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized");
    return plain ? Cause.NO_TLS : Cause.CUT_OFF;
  }

  /** {@code connection refused (Failed to connect to /127.0.0.1:1)}. */
  @Override
  public String toString() {
    return cause.words + " (" + detail + ")";
  }
}
