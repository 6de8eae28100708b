package ro.caravana.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.geo.GeoProblem;

class ShapefileZipTests {
    @TempDir
    Path folder;

    @Test
    void aZipBombStopsAtTheLimitWhateverSizesItDeclares() throws IOException {
        Path bomb = zip("layer.shp", 20_000_000);
        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertThatThrownBy(() -> ShapefileZip.read(bomb, 1_000_000)).isInstanceOf(GeoProblem.MapFileTooLarge.class);
    }

    @Test
    void aNameThatPointsOutsideWritesNothingThere() throws IOException {
        Path zip = zip("../../escaped.shp", 10);
        assertThatThrownBy(() -> ShapefileZip.read(zip)).isInstanceOf(GeoProblem.MapFileUnreadable.class);
        assertThat(folder.getParent().resolve("escaped.shp")).doesNotExist();
    }

    @Test
    void aZipOfManyFilesIsRefused() throws IOException {
        Path file = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 1_001; i++) {
                zip.putNextEntry(new ZipEntry("f" + i + ".txt"));
            }
        }
        assertThatThrownBy(() -> ShapefileZip.read(file)).isInstanceOf(GeoProblem.MapFileTooLarge.class);
    }

    private Path zip(String name, int zeros) throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
            zip.closeEntry();
        }
        return file;
    }
}
