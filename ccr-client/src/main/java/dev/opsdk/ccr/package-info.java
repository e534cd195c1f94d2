@NullMarked
package dev.opsdk.ccr;

import org.jspecify.annotations.NullMarked;
