/** Files on the Backbone. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.file;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
