/** How calls are made: their effect, time limits, retries, credentials, and who may listen. */
@NullMarked
package dev.opsdk.core.call;

import org.jspecify.annotations.NullMarked;
