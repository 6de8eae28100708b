package ro.caravana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the source text shows. */
class HouseStyleTests {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path HOUSE = SOURCES.resolve("ro/caravana");
    private static final Pattern PARAGRAPH = Pattern.compile("\\A/\\*\\*(.+?)\\*/", Pattern.DOTALL);

    @Test
    void everyPackageSaysInOneParagraphWhatItIsFor() {
        assertThat(packages()).allSatisfy(folder -> {
            Matcher paragraph = PARAGRAPH.matcher(read(folder.resolve("package-info.java")));
            assertThat(paragraph.find()).as("javadoc of %s", folder).isTrue();
            assertThat(paragraph.group(1))
                    .as("%s", folder)
                    .doesNotContain("<p>")
                    .hasSizeGreaterThan(30);
        });
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .allSatisfy(folder ->
                        assertThat(read(folder.resolve("package-info.java"))).contains("@NullMarked"));
    }

    @Test
    void everyRoomDeclaresWhatItMayUse() {
        assertThat(packages().stream().filter(folder -> HOUSE.equals(folder.getParent())))
                .allSatisfy(folder -> assertThat(read(folder.resolve("package-info.java")))
                        .contains("@ApplicationModule", "allowedDependencies"));
    }

    @Test
    void nobodySignsAFile() {
        assertThat(sources()).allSatisfy(file -> assertThat(read(file)).doesNotContain("@author"));
    }

    /** Folders that hold Java files, the root package aside. */
    private static List<Path> packages() {
        return sources().stream()
                .map(Path::getParent)
                .filter(folder -> !folder.equals(HOUSE))
                .distinct()
                .toList();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
