/** What a JShell session and its scripts get: the clients, simulators, tables, watching, and an honest exit status. */
@NullMarked
package dev.opsdk.examples.kit;

import org.jspecify.annotations.NullMarked;
