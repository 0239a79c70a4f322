package dev.broadcasttck.conformance.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that need a released SDK and its toolchain, unless {@code -DskipSdk} names it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LeftOut.class)
@interface RealSdk {
  /** The SDK's name, which is its directory's below {@code adapters}. */
  String value();
}
