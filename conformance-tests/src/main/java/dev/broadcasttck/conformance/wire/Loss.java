package dev.broadcasttck.conformance.wire;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern OTHER_NAME =
      Pattern.compile("[Nn]o (name|subject alternative).* (matching|found|present)");
  private static final Pattern TOO_SLOW = Pattern.compile("handshake timed out");
  private static final Pattern PLAIN =
      Pattern.compile("Unsupported or unrecognized|not an SSL/TLS record");

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

  /** Two networks speak of TLS here, the JDK's and Netty's, each in words of its own. */
  private static Cause tlsCause(Throwable failure) {
    Optional<CertificateException> refused =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(CertificateException.class::isInstance)
            .map(CertificateException.class::cast)
            .reduce((outer, inner) -> inner);
    if (refused.isPresent()) {
      return says(refused.get(), OTHER_NAME) ? Cause.WRONG_NAME : Cause.UNTRUSTED;
    }
    if (says(failure, TOO_SLOW)) {
      return Cause.TIMED_OUT;
    }
    return says(failure, PLAIN) ? Cause.NO_TLS : Cause.CUT_OFF;
  }

  private static boolean says(Throwable failure, Pattern words) {
    return words.matcher(String.valueOf(failure.getMessage())).find();
  }

  /** {@code connection refused (Failed to connect to /127.0.0.1:1)}. */
  @Override
  public String toString() {
    return cause.words + " (" + detail + ")";
  }
}
