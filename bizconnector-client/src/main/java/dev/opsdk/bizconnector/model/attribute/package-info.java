/** Attributes: what identities say about themselves and about their relationships, and questions for them. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.attribute;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
