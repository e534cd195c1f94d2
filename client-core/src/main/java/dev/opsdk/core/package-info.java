/** What every opsdk client shares. */
@NullMarked
package dev.opsdk.core;

import org.jspecify.annotations.NullMarked;
