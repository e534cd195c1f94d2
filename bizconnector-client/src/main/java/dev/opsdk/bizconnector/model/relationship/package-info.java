/** Relationships between identities. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.relationship;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
