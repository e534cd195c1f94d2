/**
 * Filters of lists: each has exactly the fields that its list accepts, and writes values so that the server cannot take them for
 * something else.
 */
@NullMarked
package dev.opsdk.bizconnector.model.filter;

import org.jspecify.annotations.NullMarked;
