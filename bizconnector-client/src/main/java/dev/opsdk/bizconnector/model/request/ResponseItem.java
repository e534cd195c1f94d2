package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** The answer to an item, or to a group of items. */
@JsonDeserialize(using = ResponseItem.Decoder.class)
public sealed interface ResponseItem extends Typed
        permits AcceptResponseItem,
                AttributeAlreadySharedAcceptResponseItem,
                AttributeSuccessionAcceptResponseItem,
                CreateAttributeAcceptResponseItem,
                DeleteAttributeAcceptResponseItem,
                FormFieldAcceptResponseItem,
                ProposeAttributeAcceptResponseItem,
                ReadAttributeAcceptResponseItem,
                TransferFileOwnershipAcceptResponseItem,
                RejectResponseItem,
                ErrorResponseItem,
                ResponseItemGroup,
                UnknownResponseItem {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownResponseItem}. */
    final class Decoder extends TaggedDecoder<ResponseItem> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("AcceptResponseItem", AcceptResponseItem.class),
                            Map.entry(
                                    "AttributeAlreadySharedAcceptResponseItem",
                                    AttributeAlreadySharedAcceptResponseItem.class),
                            Map.entry(
                                    "AttributeSuccessionAcceptResponseItem",
                                    AttributeSuccessionAcceptResponseItem.class),
                            Map.entry("CreateAttributeAcceptResponseItem", CreateAttributeAcceptResponseItem.class),
                            Map.entry("DeleteAttributeAcceptResponseItem", DeleteAttributeAcceptResponseItem.class),
                            Map.entry("FormFieldAcceptResponseItem", FormFieldAcceptResponseItem.class),
                            Map.entry("ProposeAttributeAcceptResponseItem", ProposeAttributeAcceptResponseItem.class),
                            Map.entry("ReadAttributeAcceptResponseItem", ReadAttributeAcceptResponseItem.class),
                            Map.entry(
                                    "TransferFileOwnershipAcceptResponseItem",
                                    TransferFileOwnershipAcceptResponseItem.class),
                            Map.entry("RejectResponseItem", RejectResponseItem.class),
                            Map.entry("ErrorResponseItem", ErrorResponseItem.class),
                            Map.entry("ResponseItemGroup", ResponseItemGroup.class)),
                    UnknownResponseItem::new);
        }
    }
}
