package dev.broadcasttck.conformance.artefact;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Tests that look at a page in a browser; {@code -DskipBrowser} leaves them out. */
@Target(TYPE)
@Retention(RUNTIME)
@Tag("browser")
@DisabledIfSystemProperty(
    named = "skipBrowser",
    matches = "|true",
    disabledReason = "left out with -DskipBrowser")
public @interface NeedsBrowser {}
