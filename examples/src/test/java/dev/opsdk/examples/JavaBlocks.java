package dev.opsdk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The Java of a README, to be compared with sources that run. */
public final class JavaBlocks {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private JavaBlocks() {}

    /** What stands between the fences, in order. */
    public static List<String> of(Path readme) throws IOException {
        return BLOCK.matcher(Files.readString(readme))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Without imports, comments and layout. */
    static String bare(String java) {
        return java.replaceAll("(?m)^import .*$", "")
                .replaceAll("(?m)(^|\\s)//.*$", "")
                .replaceAll("\\s+", "");
    }
}
