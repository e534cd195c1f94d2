/** The operator's checks and procedures: they read, from the connector and around it, and leave the verdict to {@code assess}. */
@NullMarked
package dev.opsdk.bizconnector.check;

import org.jspecify.annotations.NullMarked;
