package dev.opsdk.bizconnector.model;

import java.util.Arrays;

/** A picture of a reference. Whoever can see it can load the object: treat it as the reference itself. */
public final class QrCode {
    private final byte[] png;

    private QrCode(byte[] png) {
        this.png = png;
    }

    /**
     * Wraps a picture.
     *
     * @param png a PNG; copied
     * @return the code
     */
    public static QrCode of(byte[] png) {
        return new QrCode(png.clone());
    }

    /** {@return the picture as PNG; a copy} */
    public byte[] png() {
        return png.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QrCode that && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    /** The size only. */
    @Override
    public String toString() {
        return "QR code, PNG of " + png.length + " B";
    }
}
