/** Challenges: proofs that somebody holds an identity's private key. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model.challenge;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
