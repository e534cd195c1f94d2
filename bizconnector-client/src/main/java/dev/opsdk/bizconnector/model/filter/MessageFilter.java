package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.message.BodyFormat;

/** Which messages are wanted. */
public final class MessageFilter extends Filter<MessageFilter> {
    /** One that lets everything through. */
    public MessageFilter() {}

    @Override
    MessageFilter self() {
        return this;
    }

    /** {@return whether this identity sent it} */
    public FlagField<MessageFilter> isOwn() {
        return flag("isOwn");
    }

    /** {@return the address of the sender} */
    public TextField<MessageFilter> createdBy() {
        return text("createdBy");
    }

    /** {@return the device of the sender} */
    public TextField<MessageFilter> createdByDevice() {
        return text("createdByDevice");
    }

    /** {@return when it was sent} */
    public TimeField<MessageFilter> createdAt() {
        return time("createdAt");
    }

    /** {@return the kind of content} */
    public TextField<MessageFilter> contentType() {
        return text("content.@type");
    }

    /** {@return the body of a mail} */
    public TextField<MessageFilter> body() {
        return text("content.body");
    }

    /** {@return how the body of a mail is written} */
    public ChoiceField<MessageFilter, BodyFormat.Known> bodyFormat() {
        return new ChoiceField<>(self(), "content.bodyFormat");
    }

    /** {@return the subject of a mail} */
    public TextField<MessageFilter> subject() {
        return text("content.subject");
    }

    /** {@return the address of a recipient} */
    public TextField<MessageFilter> recipient() {
        return text("recipients.address");
    }

    /** {@return the relationship with a recipient} */
    public TextField<MessageFilter> relationshipId() {
        return text("recipients.relationshipId");
    }

    /** {@return when somebody read it} */
    public TimeField<MessageFilter> wasReadAt() {
        return time("wasReadAt");
    }

    /** {@return the attachments} */
    public AttachmentsField attachments() {
        return new AttachmentsField(this);
    }

    /** {@return sender or recipient} */
    public ParticipantField participant() {
        return new ParticipantField(this);
    }
}
