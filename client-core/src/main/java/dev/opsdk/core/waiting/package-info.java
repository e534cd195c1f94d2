/** One waiter for every {@code awaitX} of every client. */
@NullMarked
package dev.opsdk.core.waiting;

import org.jspecify.annotations.NullMarked;
