/** The machinery below the clients of this project. Not for applications: it may change in any release. */
@NullMarked
package dev.opsdk.core.internal;

import org.jspecify.annotations.NullMarked;
