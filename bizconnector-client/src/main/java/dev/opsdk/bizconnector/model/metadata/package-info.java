/** Metadata that is kept beside an identity. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.metadata;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
