package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.AccountApi;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import java.util.Arrays;

/** Wake-up calls to other identities through the Backbone. Role: {@link Roles#BACKBONE_NOTIFICATIONS}. */
public final class BackboneNotifications {
    private final Wire wire;
    private final AccountApi api;

    BackboneNotifications(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AccountApi.class);
    }

    /**
     * Sends a notification.
     *
     * @param code what it is about, as the Backbone knows it
     * @param recipients addresses with an active relationship, at least one
     * @throws IllegalArgumentException if there is no code, no recipient, or one that is no address
     */
    public void send(String code, String... recipients) {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("the code is empty");
        }
        wire.send(
                api.notifyBackbone(Bodies.notification(code, Arrays.asList(recipients))),
                Target.of(code),
                Readers.nothing());
    }
}
