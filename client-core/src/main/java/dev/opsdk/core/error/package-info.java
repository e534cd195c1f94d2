/** What went wrong, and did it happen? One unchecked root whose types answer the operator's question. */
@NullMarked
package dev.opsdk.core.error;

import org.jspecify.annotations.NullMarked;
