/** Messages, their contents and notifications. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.message;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
