package dev.opsdk.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"it's\"}",
                "{\"name\":\"'; touch /tmp/owned; echo '\"}",
                "{\"name\":\"$(id) `id` $HOME \\\\ \\n !x *\"}",
                "''",
                "a\nb",
                "-x",
                "",
            })
    void aRealShellTakesTheLineLiterally(String body) throws Exception {
        String url = "http://h:1/a?b=c&d='e'#f";
        RequestLine line = RequestLine.json("POST", url, body, "-L --post303");
        assertThat(words(line.curl()))
                .containsExactly(
                        "-sS",
                        "-L",
                        "--post303",
                        "-X",
                        "POST",
                        "-H",
                        "Content-Type: application/json",
                        "-d",
                        body,
                        url);
    }

    @Test
    void aLineWithoutABodyHasNone() {
        RequestLine line = new RequestLine("GET", "http://h:1/a", Optional.empty(), Optional.empty(), "");
        assertThat(line.curl()).isEqualTo("curl -sS -X GET http://h:1/a");
        assertThat(line).hasToString("GET http://h:1/a");
    }

    @Test
    void curlReadsNoFileAndGuessesNoSet() {
        RequestLine line = new RequestLine(
                "POST", "http://[::1]:1/a?x={1,2}", Optional.of("text/plain"), Optional.of("@/etc/passwd"), "");
        assertThat(line.curl())
                .isEqualTo("curl -sS -g -X POST -H 'Content-Type: text/plain' --data-raw '@/etc/passwd'"
                        + " 'http://[::1]:1/a?x={1,2}'");
    }

    /** What a POSIX shell makes of the line, with curl replaced by a function that prints its arguments. */
    private static List<String> words(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "curl() { printf '%s\\037' \"$@\"; }\n" + line)
                .redirectErrorStream(true)
                .start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(out).isZero();
        return List.of(out.substring(0, out.length() - 1).split("\u001f", -1));
    }
}
