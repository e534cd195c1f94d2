/** Tokens: references to anything, protected or not. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.token;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
