/** Client libraries behind the adapter protocol: processes that are told what to do over stdio. */
@NullMarked
package dev.broadcasttck.conformance.adapter;

import org.jspecify.annotations.NullMarked;
