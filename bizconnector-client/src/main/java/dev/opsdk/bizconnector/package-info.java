/** Client of the enmeshed Business Connector. */
@NullMarked
package dev.opsdk.bizconnector;

import org.jspecify.annotations.NullMarked;
