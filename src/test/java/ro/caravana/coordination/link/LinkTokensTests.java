package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTokensTests {
    @TempDir
    private Path data;

    @Test
    void aTokenIs256BitsAndTheSameAfterARestart() {
        String token = new LinkTokens(data).tokenOf("a");
        assertThat(token).hasSize(43);
        assertThat(LinkTokens.isShaped(token)).isTrue();
        assertThat(new LinkTokens(data).tokenOf("a")).isEqualTo(token);
    }

    @Test
    void noTwoLinksShareAToken() {
        LinkTokens tokens = new LinkTokens(data);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(tokens.tokenOf("link-" + i))).isTrue();
        }
    }

    @Test
    void anotherKeyMakesOtherTokens() {
        String token = new LinkTokens(data.resolve("here")).tokenOf("a");
        assertThat(new LinkTokens(data.resolve("there")).tokenOf("a")).isNotEqualTo(token);
    }

    @Test
    void theKeyIsForItsOwnerOnly() throws IOException {
        new LinkTokens(data).tokenOf("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("partner-links.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatIsKeptOfATokenDoesNotContainIt() {
        String token = new LinkTokens(data).tokenOf("a");
        assertThat(LinkTokens.hash(token)).hasSize(64).doesNotContain(token);
    }

    @Test
    void otherTextIsNoToken() {
        assertThat(LinkTokens.isShaped("")).isFalse();
        assertThat(LinkTokens.isShaped("A".repeat(42))).isFalse();
        assertThat(LinkTokens.isShaped("A".repeat(42) + "'")).isFalse();
        assertThat(LinkTokens.isShaped("A".repeat(44))).isFalse();
    }
}
