package dev.broadcasttck.mock.recording;

/**
 * A row of a recording.
 *
 * @param line where it is written, counted from 1; a stage script's row has the line it precedes
 * @param at when it was written, in milliseconds since the recording began
 * @param conn the connection it happened on; empty for a note and for what happened behind
 */
record Row(int line, long at, String conn, Event event) {}
