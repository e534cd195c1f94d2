/** The client of the OMS cluster manager: {@link dev.opsdk.oms.OmsClient} is where to begin. */
@NullMarked
package dev.opsdk.oms;

import org.jspecify.annotations.NullMarked;
