package dev.broadcasttck.conformance.sdk;

/**
 * A release of a library, and the adapter that drives it.
 *
 * @param version exactly
 */
public record Release(Manifest manifest, String version) {
  /** {@code NAME@VERSION}. */
  @Override
  public String toString() {
    return manifest.name() + "@" + version;
  }
}
