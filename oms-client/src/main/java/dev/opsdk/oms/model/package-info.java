/** Immutable requests and replies of the OMS cluster manager. No I/O. */
@NullMarked
@OpsdkStyle
package dev.opsdk.oms.model;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
