/** Requests between identities, their items, decisions and responses. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.request;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
