package dev.opsdk.simulator.openmldb;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A step of an operation.
 *
 * @param type its name on the wire
 * @param tablets those that have to take part
 * @param begin what shows as soon as it runs
 * @param end what it did when it is over; false when it could not
 */
record Task(String type, List<String> tablets, Runnable begin, BooleanSupplier end) {

    Task(String type, List<String> tablets, BooleanSupplier end) {
        this(type, tablets, () -> {}, end);
    }
}
