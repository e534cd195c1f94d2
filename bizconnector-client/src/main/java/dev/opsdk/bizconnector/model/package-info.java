/** What the models of all resources share: times, identifiers, free-form JSON, unions that may grow. No I/O. */
@NullMarked
@OpsdkStyle
package dev.opsdk.bizconnector.model;

import dev.opsdk.core.model.OpsdkStyle;
import org.jspecify.annotations.NullMarked;
