/** What the models of all clients share: their style, open enumerations, unknown fields. */
@NullMarked
package dev.opsdk.core.model;

import org.jspecify.annotations.NullMarked;
