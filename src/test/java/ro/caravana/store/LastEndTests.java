package ro.caravana.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that was cut off is noticed by the next one, and by that one only. */
class LastEndTests {
    @TempDir
    Path folder;

    private Path mark;

    @BeforeEach
    void name() {
        mark = folder.resolve("caravana.open");
    }

    @Test
    void anEndInOrderLeavesNothingBehind() throws IOException {
        try (LastEnd first = LastEnd.of(mark)) {
            assertThat(first.isCutOff()).isFalse();
            assertThat(mark).exists();
        }
        assertThat(mark).doesNotExist();
    }

    /** The process number of somebody else who began at another time, of nobody, and half a file. */
    @ParameterizedTest
    @ValueSource(strings = {"1 2001-01-01T00:00:00Z", "999999999999 2027-01-01T00:00:00Z", "", "12", "x"})
    void aMarkThatNobodyAliveHasLeftIsThatOfAnEndWithoutOrder(String left) throws IOException {
        Files.writeString(mark, left);
        try (LastEnd next = LastEnd.of(mark)) {
            assertThat(next.isCutOff()).isTrue();
            next.lookedThrough();
            assertThat(next.isCutOff()).isFalse();
        }
        assertThat(mark).doesNotExist();
    }

    @Test
    void whatWasNotLookedThroughIsLeftForTheNextTime() throws IOException {
        Files.writeString(mark, "");
        LastEnd.of(mark).close();
        assertThat(mark).exists();
    }

    @Test
    void whoComesBesideSomebodyAliveLeavesTheMarkAlone() throws IOException {
        try (LastEnd server = LastEnd.of(mark)) {
            LastEnd command = LastEnd.of(mark);
            assertThat(command.isCutOff()).isFalse();
            command.close();
            assertThat(mark).exists();
            assertThat(server.isCutOff()).isFalse();
        }
    }

    @Test
    void aProcessThatWasKilledIsNoticed() throws IOException, InterruptedException {
        Process killed = new ProcessBuilder("sleep", "600").start();
        String name =
                killed.pid() + " " + killed.toHandle().info().startInstant().orElseThrow();
        Files.writeString(mark, name);
        assertThat(LastEnd.of(mark).isCutOff()).as("it lives").isFalse();
        killed.destroyForcibly();
        assertThat(killed.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(LastEnd.of(mark).isCutOff()).isTrue();
    }

    @Test
    void aDatabaseServerLooksAfterItself() {
        try (LastEnd end = LastEnd.ofServer()) {
            assertThat(end.isCutOff()).isFalse();
        }
    }
}
