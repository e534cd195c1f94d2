/** Values that belong to one relationship. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.attribute.relationship;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
