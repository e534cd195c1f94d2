/** Announcements of the Backbone's operator. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.announcement;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
