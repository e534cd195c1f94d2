/** The syncer's wire: shapes of its replies, bodies of requests, kinds of its errors. Not for use from outside. */
@NullMarked
package dev.opsdk.ccr.internal;

import org.jspecify.annotations.NullMarked;
