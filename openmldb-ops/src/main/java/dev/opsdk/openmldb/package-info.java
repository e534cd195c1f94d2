/** OpenMLDB cluster operations: {@link dev.opsdk.openmldb.OpenMldbOps} is where to begin. */
@NullMarked
package dev.opsdk.openmldb;

import org.jspecify.annotations.NullMarked;
