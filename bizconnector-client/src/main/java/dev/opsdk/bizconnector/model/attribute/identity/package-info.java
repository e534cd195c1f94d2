/** Values that an identity says about itself. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.attribute.identity;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
