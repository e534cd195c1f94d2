package dev.opsdk.examples.openmldb;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The Python tool's operations, by its names. */
enum Cmd {
    RECOVERDATA("recoverdata", true),
    SCALEOUT("scaleout", false),
    SCALEIN("scalein", false),
    PRE_UPGRADE("pre-upgrade", false),
    POST_UPGRADE("post-upgrade", true),
    SHOWOPSTATUS("showopstatus", false),
    SHOWTABLESTATUS("showtablestatus", false);

    private final String text;
    private final boolean waitsForOps;

    Cmd(String text, boolean waitsForOps) {
        this.text = text;
        this.waitsForOps = waitsForOps;
    }

    /** Whether ops that run already have to end before it can be planned. */
    boolean waitsForOps() {
        return waitsForOps;
    }

    boolean onlyReads() {
        return this == SHOWOPSTATUS || this == SHOWTABLESTATUS;
    }

    /** Whether it moves enough for a picture. */
    boolean moves() {
        return this == SCALEOUT || this == SCALEIN || this == PRE_UPGRADE;
    }

    @Override
    public String toString() {
        return text;
    }

    static final class Converter implements ITypeConverter<Cmd> {
        @Override
        public Cmd convert(String value) {
            return Arrays.stream(values())
                    .filter(cmd -> cmd.text.equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is not one of "
                            + Arrays.stream(values()).map(Cmd::toString).collect(Collectors.joining(", "))));
        }
    }
}
