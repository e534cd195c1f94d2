package dev.opsdk.core.internal;

import java.io.InputStream;
import java.util.Objects;
import okio.Buffer;

/** Reads a body where it lies, without taking it out: that would be one more copy of each answer. */
final class BodyStream extends InputStream {
    private final Buffer.UnsafeCursor cursor;
    private final long size;
    private long at;

    BodyStream(Buffer body) {
        this.cursor = body.readUnsafe(new Buffer.UnsafeCursor());
        this.size = body.size();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (at == size) {
            return -1;
        }
        int here = Math.min(cursor.seek(at), length);
        System.arraycopy(Objects.requireNonNull(cursor.data), cursor.start, into, offset, here);
        at += here;
        return here;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
