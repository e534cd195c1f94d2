package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesMisuseTest {
    @TempDir
    Path dir;

    @Test
    void aDirectoryIsNotReplacedByADownload() {
        try (BizConnectorClient client =
                BizConnectorClient.connect("http://127.0.0.1:1", "a-key-that-is-never-sent-ABCD-1234")) {
            assertThatThrownBy(() -> client.files().download("FILabcdefghijklmnopq", dir))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is a directory");
        }
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aStreamIsNotSentTwiceAsAnEmptyFile() {
        FileUpload upload =
                FileUpload.of("s.txt", new ByteArrayInputStream(new byte[] {1})).build();
        assertThat(upload.body()).isNotNull();
        assertThatThrownBy(upload::body)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has been read");
    }
}
