package dev.opsdk.examples.openmldb;

import dev.opsdk.core.Secret;

/** Somebody who can be asked. */
interface Prompt {
    /** What was typed; empty at the end of the input. */
    String line(String question);

    /** The same, unseen. */
    Secret secret(String question);
}
