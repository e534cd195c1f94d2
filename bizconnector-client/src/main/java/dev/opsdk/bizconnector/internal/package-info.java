/** The wire of the Business Connector: routes, envelopes, failures. Not for users. */
@NullMarked
package dev.opsdk.bizconnector.internal;

import org.jspecify.annotations.NullMarked;
