package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.openmldb.assess.StatFile;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatFilesTest {
    private static final String LINE = "a:1,d,t,6,1,\n";

    @TempDir
    Path dir;

    private Path file = Path.of("stat");

    @BeforeEach
    void inItsDirectory() {
        file = dir.resolve("stat");
    }

    @Test
    void aFileThatIsNotThereIsEmptyUnlessItHasToBeThere() {
        assertThat(StatFiles.read(file).isEmpty()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFiles.existing(file))
                .withMessageStartingWith("the stat file " + file + " does not exist (working directory ");
    }

    @Test
    void whatIsNoFileOrCannotBeUnderstoodIsRefused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFiles.existing(dir))
                .withMessage("the stat file " + dir + " is not a file");
        Files.writeString(file, "a:1,d\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFiles.existing(file))
                .withMessageStartingWith("the stat file " + file + " cannot be understood, line 1: ");
        Files.writeString(file, LINE);
        assertThat(StatFiles.existing(file).text()).isEqualTo(LINE);
    }

    @Test
    void whatStandsInTheWayOfWritingIsTold() throws IOException {
        assertThat(StatFiles.obstacle(file)).isEmpty();
        Files.writeString(file, LINE);
        assertThat(StatFiles.obstacle(file)).isEmpty();
        assertThat(StatFiles.obstacle(dir)).contains(dir + " is a directory");
        assertThat(StatFiles.obstacle(dir.resolve("none").resolve("stat")))
                .contains("the directory " + dir.resolve("none") + " does not exist");
        assertThat(StatFiles.writable(file).result()).isEqualTo(CheckResult.PASS);
        assertThat(StatFiles.writable(dir).result()).isEqualTo(CheckResult.BLOCK);
        assertThat(StatFiles.writable(dir).detail()).isEqualTo(dir + " is a directory");
    }

    @Test
    void whatIsThereAndNoFileIsNotReplaced() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(file));
            assertThat(StatFiles.obstacle(file)).contains(file + " is not a file");
        }
    }

    @Test
    void itIsReplacedAsAWholeAndGoesWithItsLastLine() throws IOException {
        StatFiles.write(file, StatFile.parse(LINE));
        assertThat(Files.readString(file)).isEqualTo(LINE);
        StatFiles.write(file, StatFile.parse(LINE + "b:1,d,t,6,1,\n"));
        assertThat(Files.readAllLines(file)).hasSize(2);
        try (var all = Files.list(dir)) {
            assertThat(all).containsExactly(file);
        }
        StatFiles.write(file, StatFile.parse(""));
        StatFiles.write(file, StatFile.parse(""));
        assertThat(file).doesNotExist();
    }
}
