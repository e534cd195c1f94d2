package dev.opsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer's body is read where it lies, and is still there for whoever wants it whole. */
class BodyStreamTest {
    /** Okio keeps a body in pieces of 8 KB. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 100_000})
    void theBodyIsReadAsOftenAsNeededAndThenTakenOut(int size) throws IOException {
        byte[] body = new byte[size];
        for (int i = 0; i < size; i++) {
            body[i] = (byte) (i * 31);
        }
        Reply reply = Replies.of(new Buffer().write(body));

        for (int i = 0; i < 2; i++) {
            try (InputStream in = reply.stream()) {
                assertThat(in.readAllBytes()).isEqualTo(body);
                assertThat(in.read()).isEqualTo(-1);
            }
        }
        assertThat(reply.body()).isEqualTo(body);
        assertThat(reply.body()).isSameAs(reply.body());
        assertThat(reply.stream()).hasBinaryContent(body);
    }

    @Test
    void aBodyInPiecesOfAnySizeIsOneBody() throws IOException {
        Buffer body = new Buffer();
        for (int i = 0; i < 50; i++) {
            Buffer piece = new Buffer().writeUtf8("0123456789".repeat(i * 40));
            body.write(piece, piece.size());
        }
        String text = body.clone().readUtf8();

        try (InputStream in = Replies.of(body).stream()) {
            StringBuilder read = new StringBuilder();
            byte[] into = new byte[7];
            for (int n = in.read(into, 1, 5); n >= 0; n = in.read(into, 1, 5)) {
                assertThat(n).isBetween(1, 5);
                for (int i = 1; i <= n; i++) {
                    read.append((char) into[i]);
                }
            }
            assertThat(read).hasToString(text);
        }
    }

    @Test
    void oneByteIsNeverNegative() throws IOException {
        try (InputStream in = Replies.of(new Buffer().writeByte(0xff)).stream()) {
            assertThat(in.read()).isEqualTo(255);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void noByteIsReadIntoNothing() throws IOException {
        try (InputStream in = Replies.of("a").stream()) {
            assertThat(in.read(new byte[3], 3, 0)).isZero();
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> in.read(new byte[3], 2, 2));
            assertThat(in.read()).isEqualTo('a');
        }
    }
}
