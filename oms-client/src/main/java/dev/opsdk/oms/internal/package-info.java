/** The cluster manager's wire: routes of both generations, reply shapes, error codes. Not for applications. */
@NullMarked
package dev.opsdk.oms.internal;

import org.jspecify.annotations.NullMarked;
