/** Nothing: the consumers are in src/test/resources/project. */
package dev.opsdk.consumers;
