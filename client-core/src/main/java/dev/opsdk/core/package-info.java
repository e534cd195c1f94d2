@NullMarked
package dev.opsdk.core;

import org.jspecify.annotations.NullMarked;
