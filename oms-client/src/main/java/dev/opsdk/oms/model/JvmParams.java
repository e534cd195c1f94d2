package dev.opsdk.oms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM's parameters of a connector, {@code coordinator.connector_jvm_param} in generation 1 and
 * {@code coordinator.connectorJvmParam} in generation 2. They replace all there were.
 */
public final class JvmParams {
    private static final long SMALLEST_HEAP = 2L << 20;
    private static final int LONGEST_SIZE = 20;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,9})([kmg]?)");

    private final String text;

    private JvmParams(String text) {
        this.text = text;
    }

    /**
     * Starts a set.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** One line, such as {@code -Xms4g -Xmx6g -Xmn2g}. */
    @Override
    public String toString() {
        return text;
    }

    /** Builds {@link JvmParams}. */
    public static final class Builder {
        private String initial = "";
        private String max = "";
        private String young = "";
        private final List<String> flags = new ArrayList<>();

        private Builder() {}

        /**
         * The heap at the start, {@code -Xms}.
         *
         * @param size such as {@code 4g}
         * @return this builder
         */
        public Builder initialHeap(String size) {
            initial = checked(size);
            return this;
        }

        /**
         * The largest heap, {@code -Xmx}.
         *
         * @param size such as {@code 6g}
         * @return this builder
         */
        public Builder maxHeap(String size) {
            max = checked(size);
            return this;
        }

        /**
         * The young generation, {@code -Xmn}.
         *
         * @param size such as {@code 2g}
         * @return this builder
         */
        public Builder youngGeneration(String size) {
            young = checked(size);
            return this;
        }

        /**
         * Another flag.
         *
         * @param flag such as {@code -XX:+UseG1GC}
         * @return this builder
         */
        public Builder flag(String flag) {
            if (!flag.matches("-\\S+")) {
                throw new IllegalArgumentException("a flag of the JVM begins with '-' and holds no blank space");
            }
            if (flag.matches("-Xm[sxn].*")) {
                throw new IllegalArgumentException(
                        "sizes of the heap go into initialHeap, maxHeap and youngGeneration, where they are compared");
            }
            flags.add(flag);
            return this;
        }

        private static String checked(String size) {
            if (size.length() > LONGEST_SIZE) {
                throw new IllegalArgumentException(
                        "a text of " + size.length() + " characters is no size of a heap; write it as 4g or 512m");
            }
            String lower = size.strip().toLowerCase(Locale.ROOT);
            if (!SIZE.matcher(lower).matches()) {
                throw new IllegalArgumentException("'" + size + "' is no size of a heap; write it as 4g or 512m");
            }
            if (bytes(lower) < SMALLEST_HEAP) {
                throw new IllegalArgumentException("'" + size
                        + "' is less than any JVM starts with; was a unit forgotten? write it as 4g or 512m");
            }
            return lower;
        }

        private static long bytes(String size) {
            Matcher matcher = SIZE.matcher(size);
            if (!matcher.matches()) {
                throw new IllegalStateException("checked before");
            }
            long unit = switch (matcher.group(2)) {
                case "k" -> 1L << 10;
                case "m" -> 1L << 20;
                case "g" -> 1L << 30;
                default -> 1L;
            };
            long count = Long.parseLong(matcher.group(1));
            if (count > Long.MAX_VALUE / unit) {
                throw new IllegalArgumentException(
                        "'" + size + "' is no size of a heap: no machine has so much memory");
            }
            return count * unit;
        }

        /**
         * The parameters.
         *
         * @return the parameters
         * @throws IllegalArgumentException if there are none, or the sizes contradict each other: then the JVM would not start
         */
        public JvmParams build() {
            if (!initial.isEmpty() && !max.isEmpty() && bytes(initial) > bytes(max)) {
                throw new IllegalArgumentException("-Xms" + initial + " is more than -Xmx" + max);
            }
            if (!young.isEmpty() && !max.isEmpty() && bytes(young) >= bytes(max)) {
                throw new IllegalArgumentException("-Xmn" + young + " leaves nothing of -Xmx" + max);
            }
            List<String> all = new ArrayList<>();
            add(all, "-Xms", initial);
            add(all, "-Xmx", max);
            add(all, "-Xmn", young);
            all.addAll(flags);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("no parameter was set; the server would start the JVM with none");
            }
            return new JvmParams(String.join(" ", all));
        }

        private static void add(List<String> all, String name, String size) {
            if (!size.isEmpty()) {
                all.add(name + size);
            }
        }
    }
}
