package dev.opsdk.benchmarks.call;

import java.util.List;

/** Who makes a call, and with which jars. */
public enum Variant {
    /** This project. */
    OPSDK(
            "opsdk",
            "opsdk-",
            "okhttp-",
            "okio-",
            "kotlin-stdlib-",
            "annotations-",
            "retrofit-",
            "converter-jackson-",
            "jackson-",
            "slf4j-api-",
            "jspecify-"),
    /** OkHttp and Jackson, by hand. */
    OKHTTP(
            "OkHttp + Jackson",
            "okhttp-",
            "okio-",
            "kotlin-stdlib-",
            "annotations-",
            "jackson-core-",
            "jackson-databind-",
            "jackson-annotations-"),
    /** The same with what a mutation's safety costs: no connection is kept for it. */
    OKHTTP_FRESH(
            "OkHttp + Jackson, a new connection each",
            "okhttp-",
            "okio-",
            "kotlin-stdlib-",
            "annotations-",
            "jackson-core-",
            "jackson-databind-",
            "jackson-annotations-"),
    /** The JDK's own client and Jackson, by hand. */
    JDK("java.net.http + Jackson", "jackson-core-", "jackson-databind-", "jackson-annotations-"),
    /** Interfaces with annotations. */
    FEIGN(
            "Feign + OkHttp + Jackson",
            "feign-",
            "okhttp-",
            "okio-",
            "kotlin-stdlib-",
            "annotations-",
            "jackson-core-",
            "jackson-databind-",
            "jackson-annotations-");

    private final String title;
    private final String jars;

    Variant(String title, String... jars) {
        this.title = title;
        this.jars = String.join(" ", jars);
    }

    /** {@return its name in tables} */
    public String title() {
        return title;
    }

    /** {@return with what the names of its jars begin} */
    public List<String> jars() {
        return List.of(jars.split(" ", -1));
    }

    /**
     * Makes the client; nothing is sent yet.
     *
     * @param operation the call
     * @param url where the server is
     * @return makes the call each time it is asked, until it is closed
     */
    public Ready ready(Operation operation, String url) {
        return switch (this) {
            case OPSDK -> new OpsdkCalls(url).ready(operation);
            case OKHTTP -> new OkHttpCalls(url, true).ready(operation);
            case OKHTTP_FRESH -> new OkHttpCalls(url, false).ready(operation);
            case JDK -> new JdkCalls(url).ready(operation);
            case FEIGN -> new FeignCalls(url).ready(operation);
        };
    }
}
