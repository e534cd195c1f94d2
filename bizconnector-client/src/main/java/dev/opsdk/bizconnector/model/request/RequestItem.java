package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** Something that is asked for, or a group of such. Free text items are gone since 7.0.0. */
@JsonDeserialize(using = RequestItem.Decoder.class)
public sealed interface RequestItem extends Typed
        permits AuthenticationRequestItem,
                ConsentRequestItem,
                CreateAttributeRequestItem,
                DeleteAttributeRequestItem,
                FormFieldRequestItem,
                ProposeAttributeRequestItem,
                ReadAttributeRequestItem,
                ShareAttributeRequestItem,
                TransferFileOwnershipRequestItem,
                ShareCredentialOfferRequestItem,
                ShareAuthorizationRequestRequestItem,
                RequestItemGroup,
                UnknownRequestItem {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownRequestItem}. */
    final class Decoder extends TaggedDecoder<RequestItem> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("AuthenticationRequestItem", AuthenticationRequestItem.class),
                            Map.entry("ConsentRequestItem", ConsentRequestItem.class),
                            Map.entry("CreateAttributeRequestItem", CreateAttributeRequestItem.class),
                            Map.entry("DeleteAttributeRequestItem", DeleteAttributeRequestItem.class),
                            Map.entry("FormFieldRequestItem", FormFieldRequestItem.class),
                            Map.entry("ProposeAttributeRequestItem", ProposeAttributeRequestItem.class),
                            Map.entry("ReadAttributeRequestItem", ReadAttributeRequestItem.class),
                            Map.entry("ShareAttributeRequestItem", ShareAttributeRequestItem.class),
                            Map.entry("TransferFileOwnershipRequestItem", TransferFileOwnershipRequestItem.class),
                            Map.entry("ShareCredentialOfferRequestItem", ShareCredentialOfferRequestItem.class),
                            Map.entry(
                                    "ShareAuthorizationRequestRequestItem", ShareAuthorizationRequestRequestItem.class),
                            Map.entry("RequestItemGroup", RequestItemGroup.class)),
                    UnknownRequestItem::new);
        }
    }
}
