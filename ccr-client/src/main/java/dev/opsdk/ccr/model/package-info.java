/** Immutable requests and replies of the CCR syncer. No I/O. */
@NullMarked
@OpsdkStyle
package dev.opsdk.ccr.model;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
