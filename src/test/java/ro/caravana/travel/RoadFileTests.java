package ro.caravana.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.travel.support.OsmDrawing;

/** Road files that cannot be used say so before anybody plans with them. */
class RoadFileTests {
    private static final long PLENTY = Long.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> RoadFile.inspect(folder.resolve("roads.osm.pbf"), PLENTY))
                .isInstanceOf(TravelProblem.RoadFileMissing.class)
                .hasMessageContaining("roads.osm.pbf")
                .hasMessageContaining("CARAVANA_ROADS");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> RoadFile.inspect(folder, PLENTY)).isInstanceOf(TravelProblem.RoadFileMissing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<?xml version='1.0'?><gpx/>", "<osm", "\0\0\0\rOSMHeade"})
    void whatIsNoExtractIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("roads.osm"), content);
        assertThatThrownBy(() -> RoadFile.inspect(file, PLENTY)).isInstanceOf(TravelProblem.RoadFileUnreadable.class);
    }

    @Test
    void anExtractCutShortIsRefused() throws IOException {
        Path whole = drawing().writeXml(folder.resolve("whole.osm"));
        String text = Files.readString(whole);
        Path cut = Files.writeString(folder.resolve("cut.osm"), text.substring(0, text.length() / 2));
        assertUnusable(cut);
    }

    @Test
    void aPbfCutShortIsRefused() throws IOException {
        Path file = drawing().writePbf(folder.resolve("cut.osm.pbf"));
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(content.length() - 20);
        }
        assertUnusable(file);
    }

    @Test
    void anExtractWithoutRoadsForCarsIsRefused() throws IOException {
        assertUnusable(new OsmDrawing()
                .node(1, 46, 23)
                .node(2, 46.1, 23)
                .way("highway=footway", 1, 2)
                .writeXml(folder.resolve("paths.osm")));
    }

    @Test
    void anExtractWithNothingInItIsRefused() throws IOException {
        assertUnusable(new OsmDrawing().writeXml(folder.resolve("nothing.osm")));
    }

    @Test
    void aFileThatWouldNotFitSaysHowMuchMemoryItTakes() throws IOException {
        Path file = drawing().writePbf(folder.resolve("country.osm.pbf"));
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(300L << 20); // sparse: takes no room on disk
        }
        assertThatThrownBy(() -> RoadFile.inspect(file, 512L << 20))
                .isInstanceOf(TravelProblem.RoadFileTooLarge.class)
                .hasMessageContaining("2600 MB")
                .hasMessageContaining("512 MB");
    }

    @Test
    void theHeaderTellsNameDateAndThatItIsSchematic() throws IOException {
        Path file = Files.writeString(
                folder.resolve("drawn.osm"),
                "<osm generator='Caravana schematic network' name='Alba, rețea' timestamp='2026-11-22T00:00:00Z'/>");
        assertThat(RoadFile.inspect(file, PLENTY).info())
                .isEqualTo(new NetworkInfo("Alba, rețea", true, LocalDate.of(2026, 11, 22)));
    }

    @Test
    void aZippedExtractIsReadLikeAPlainOne() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(Files.readAllBytes(drawing().writeXml(folder.resolve("plain.osm"))));
        }
        Path file = Files.write(folder.resolve("plain.osm.gz"), zipped.toByteArray());
        RoadFile zippedFile = RoadFile.inspect(file, PLENTY);
        assertThat(RoadNetworkLoader.load(zippedFile, folder).edges()).isEqualTo(1);
    }

    @Test
    void theHashFollowsTheContentNotTheName() throws IOException {
        Path one = drawing().writeXml(folder.resolve("one.osm"));
        Path same = Files.copy(one, folder.resolve("same.osm"));
        Path other = Files.writeString(folder.resolve("other.osm"), Files.readString(one) + "\n");
        String hash = RoadFile.inspect(one, PLENTY).sha256();
        assertThat(RoadFile.inspect(same, PLENTY).sha256()).isEqualTo(hash);
        assertThat(RoadFile.inspect(other, PLENTY).sha256()).isNotEqualTo(hash);
    }

    @Test
    void noEntityIsFetchedFromAnExtract() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path file = folder.resolve("entity.osm");
        Files.write(
                file,
                ("<!DOCTYPE osm [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><osm name='&x;'/>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> RoadFile.inspect(file, PLENTY))
                .isInstanceOf(TravelProblem.RoadFileUnreadable.class)
                .hasMessageNotContaining("secret");
    }

    private void assertUnusable(Path file) {
        RoadFile inspected = RoadFile.inspect(file, PLENTY);
        assertThatThrownBy(() -> RoadNetworkLoader.load(inspected, folder))
                .isInstanceOf(TravelProblem.RoadFileUnreadable.class)
                .hasMessageContaining(inspected.name());
    }

    private static OsmDrawing drawing() {
        return new OsmDrawing().node(1, 46, 23).node(2, 46.1, 23).way("highway=primary", 1, 2);
    }
}
