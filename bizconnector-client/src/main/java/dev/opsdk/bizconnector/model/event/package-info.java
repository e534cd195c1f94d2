/** What happens at a connector, as webhooks and message brokers tell it. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.event;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
