/** The OpenMLDB operation tool's command line, over {@code openmldb-ops}. */
@NullMarked
package dev.opsdk.examples.openmldb;

import org.jspecify.annotations.NullMarked;
