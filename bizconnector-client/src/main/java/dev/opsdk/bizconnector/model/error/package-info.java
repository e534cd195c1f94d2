/** What the server says when something fails. */
@NullMarked
package dev.opsdk.bizconnector.model.error;

import org.jspecify.annotations.NullMarked;
