/** The deletion process of the identity. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.deletion;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
