package dev.opsdk.bizconnector.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that gives so many bytes and no more, until it is told that they were taken care of. */
final class Metered extends FilterInputStream {
    private final long most;
    private long given;

    Metered(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** More than was agreed came. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void again() {
        given = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (given > most) {
            throw new TooMuch();
        }
        int read = super.read(buffer, offset, length);
        given += Math.max(0, read);
        return read;
    }
}
