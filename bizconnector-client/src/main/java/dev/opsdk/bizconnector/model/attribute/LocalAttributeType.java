package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Whose attribute it is, and what it belongs to. */
public final class LocalAttributeType extends OpenEnum<LocalAttributeType.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** about us. */
        OWN_IDENTITY_ATTRIBUTE("OwnIdentityAttribute"),
        /** about a peer, shared by it. */
        PEER_IDENTITY_ATTRIBUTE("PeerIdentityAttribute"),
        /** of a relationship, owned by us. */
        OWN_RELATIONSHIP_ATTRIBUTE("OwnRelationshipAttribute"),
        /** of a relationship, owned by the peer. */
        PEER_RELATIONSHIP_ATTRIBUTE("PeerRelationshipAttribute"),
        /** of a relationship of the peer with somebody else. */
        THIRD_PARTY_RELATIONSHIP_ATTRIBUTE("ThirdPartyRelationshipAttribute");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private LocalAttributeType(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static LocalAttributeType of(String wire) {
        return new LocalAttributeType(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static LocalAttributeType of(Known known) {
        return new LocalAttributeType(known, known.wire());
    }
}
