/** From typed calls to the RPC of nameservers and tablets, and back. */
@NullMarked
package dev.opsdk.openmldb.internal;

import org.jspecify.annotations.NullMarked;
