/** The client of the enmeshed Business Connector: {@link dev.opsdk.bizconnector.BizConnectorClient} is where to begin. */
@NullMarked
package dev.opsdk.bizconnector;

import org.jspecify.annotations.NullMarked;
