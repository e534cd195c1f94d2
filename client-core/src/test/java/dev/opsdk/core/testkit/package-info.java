/**
 * What the tests of every client share: servers that misbehave, the kit that runs every call against them, time that does not pass by
 * itself, captured logs, planted secrets, and the house's rules as ArchUnit rules. Published as the test-jar of client-core.
 */
package dev.opsdk.core.testkit;
