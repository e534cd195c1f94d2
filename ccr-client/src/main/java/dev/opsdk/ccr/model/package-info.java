/** Immutable requests and replies of the CCR syncer. No I/O. */
@NullMarked
@ModelStyle
package dev.opsdk.ccr.model;

import org.jspecify.annotations.NullMarked;
