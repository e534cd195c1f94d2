/**
 * A stand-in of the enmeshed Business Connector, version 7.4: a Backbone with one or more connectors that reach each
 * other through it, over real HTTP, with the status codes, envelopes, filters and surprises of the real server.
 *
 * <p>Start with {@link dev.opsdk.simulator.bizconnector.BizConnectorSimulator}.
 */
@NullMarked
package dev.opsdk.simulator.bizconnector;

import org.jspecify.annotations.NullMarked;
