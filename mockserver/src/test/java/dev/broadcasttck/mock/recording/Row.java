package dev.broadcasttck.mock.recording;

/**
 * A row of a recording.
 *
 * @param line where it is written, counted from 1; a stage script's row has the line it precedes
 * @param conn the connection it happened on; empty for a note
 */
record Row(int line, String conn, Event event) {}
