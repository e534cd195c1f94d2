/** Health, version, counters and support information. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.monitoring;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
