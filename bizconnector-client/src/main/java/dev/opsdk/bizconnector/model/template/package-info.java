/** Relationship templates, and what a relationship is created with. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.template;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
