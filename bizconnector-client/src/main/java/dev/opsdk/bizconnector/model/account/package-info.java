/** The identity of the connector and its synchronisation. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.account;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
