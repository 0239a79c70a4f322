/** The forms in which people and machines read the record of a run, each made from it alone. */
@NullMarked
package dev.broadcasttck.conformance.artefact;

import org.jspecify.annotations.NullMarked;
