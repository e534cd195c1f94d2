/** What nameservers and tablets say, as they say it. */
@NullMarked
@OpsdkStyle
package dev.opsdk.openmldb.model;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
