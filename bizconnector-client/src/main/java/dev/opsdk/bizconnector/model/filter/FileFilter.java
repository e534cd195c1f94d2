package dev.opsdk.bizconnector.model.filter;

/** Which files are wanted. */
public final class FileFilter extends Filter<FileFilter> {
    /** One that lets everything through. */
    public FileFilter() {}

    @Override
    FileFilter self() {
        return this;
    }

    /** {@return when it was uploaded} */
    public TimeField<FileFilter> createdAt() {
        return time("createdAt");
    }

    /** {@return the address of who uploaded it} */
    public TextField<FileFilter> createdBy() {
        return text("createdBy");
    }

    /** {@return the device that uploaded it} */
    public TextField<FileFilter> createdByDevice() {
        return text("createdByDevice");
    }

    /** {@return the description} */
    public TextField<FileFilter> description() {
        return text("description");
    }

    /** {@return until when the Backbone keeps it} */
    public TimeField<FileFilter> expiresAt() {
        return time("expiresAt");
    }

    /** {@return the name} */
    public TextField<FileFilter> filename() {
        return text("filename");
    }

    /** {@return the size in bytes} */
    public NumberField<FileFilter> filesize() {
        return number("filesize");
    }

    /** {@return the type of its bytes} */
    public TextField<FileFilter> mimetype() {
        return text("mimetype");
    }

    /** {@return the title} */
    public TextField<FileFilter> title() {
        return text("title");
    }

    /** {@return whether this identity uploaded it} */
    public FlagField<FileFilter> isOwn() {
        return flag("isOwn");
    }

    /** {@return its tags} */
    public TagsField<FileFilter> tags() {
        return new TagsField<>(self(), "tags");
    }

    /** {@return by which the ownership can be claimed} */
    public TextField<FileFilter> ownershipToken() {
        return text("ownershipToken");
    }

    /** {@return whether the ownership cannot be claimed any more} */
    public MarkField<FileFilter> ownershipIsLocked() {
        return mark("ownershipIsLocked");
    }
}
