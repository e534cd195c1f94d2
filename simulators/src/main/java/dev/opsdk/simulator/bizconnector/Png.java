package dev.opsdk.simulator.bizconnector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A valid image that differs from text to text. It looks like a QR code, but no scanner reads it. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int SIDE = 212;
    private static final int MODULE = 4;

    private Png() {}

    static byte[] of(String text) {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.writeBytes(SIGNATURE);
        image.writeBytes(chunk("IHDR", header()));
        image.writeBytes(chunk("IDAT", compressed(pixels(text))));
        image.writeBytes(chunk("IEND", new byte[0]));
        return image.toByteArray();
    }

    /** Eight bits a pixel, grey, nothing special. */
    private static byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(SIDE)
                .putInt(SIDE)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
    }

    private static byte[] pixels(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[SIDE * (SIDE + 1)];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int module = (y / MODULE) * (SIDE / MODULE) + x / MODULE;
                boolean dark = source.length > 0 && ((source[module % source.length] * 31 + module * 17) & 8) != 0;
                all[y * (SIDE + 1) + 1 + x] = dark ? 0 : (byte) 0xFF;
            }
        }
        return all;
    }

    private static byte[] compressed(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) check.getValue())
                .array();
    }
}
