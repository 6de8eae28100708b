package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.caravana.territory.MapFiles.collection;
import static ro.caravana.territory.MapFiles.feature;
import static ro.caravana.territory.MapFiles.metres;
import static ro.caravana.territory.MapFiles.quarter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.boundary.Drawing;

/*
 *   ┌─────────┬─────────┐
 *   │ 900100  │ 900200  │    the four UATs of the made-up county
 *   ├─────────┼─────────┤
 *   │ 900300  │ 900400  │
 *   └─────────┴─────────┘
 */
class BoundaryImporterTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-02-03T23:30:00Z"), ZoneOffset.UTC);

    private static final TestDatabase DATABASE = TestDatabase.h2gis();

    private final TerritoryRegistry registry = MadeUpCounty.registry(DATABASE, CLOCK);
    private final BoundaryImporter importer = new BoundaryImporter(registry, CLOCK);

    @TempDir
    Path folder;

    @Test
    void officialBoundariesReplaceTheDrawnOnes() {
        ImportOutcome outcome = run(MapFiles.quarters(MadeUpCounty.UATS), Map.of());
        assertThat(outcome.accepted()).isEqualTo(4);
        assertThat(registry.boundaries().generalised()).isFalse();
        assertThat(registry.boundaries().source()).isEqualTo("limite.geojson");
        // 23:30 UTC is already the next day in Bucharest.
        assertThat(registry.boundaries().date()).isEqualTo(LocalDate.of(2027, 2, 4));
        assertThat(Drawing.isCoverage(registry.boundaries().byUat())).isTrue();
    }

    @Test
    void aDryRunChangesNothing() {
        ImportOutcome outcome = importer.run(
                new ImportOrder(file(MapFiles.quarters(MadeUpCounty.UATS)), "limite.geojson", true, Map.of()));
        assertThat(outcome.accepted()).isEqualTo(4);
        assertThat(registry.boundaries().generalised()).isTrue();
        assertThat(registry.revision()).isEqualTo(1);
    }

    @Test
    void sourceAndDateMayBeSaid() {
        run(MapFiles.quarters(MadeUpCounty.UATS), Map.of("source", "ANCPI", "date", "2026-06-01"));
        assertThat(registry.boundaries().source()).isEqualTo("ANCPI");
        assertThat(registry.boundaries().date()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void featuresOfOtherCountiesAreIgnored() {
        List<String> features = new ArrayList<>(quarters());
        features.add(feature("\"siruta\": \"1017\"", MapFiles.rectangle(400_000, 400_000, 409_000, 409_000)));
        features.add(feature("\"name\": \"Brădet\"", MapFiles.rectangle(300_000, 400_000, 309_000, 409_000)));
        ImportOutcome outcome = run(collection(features), Map.of());
        assertThat(outcome.ignored()).isEqualTo(2);
        assertThat(outcome.accepted()).isEqualTo(4);
    }

    @Test
    void namesServeWhereThereAreNoCodes() {
        List<String> names = List.of("ORAȘ BRADET", "Com. Izvoru Ursului", "VALEA ŢAPULUI", "Măgura Mică");
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            features.add(feature("\"NUME\": \"" + names.get(i) + "\", \"judet\": \"BRĂDET\"", quarter(i)));
        }
        assertThat(run(collection(features), Map.of()).accepted()).isEqualTo(4);
    }

    @Test
    void codesWithLettersOrDecimalsAreCodes() {
        List<String> features = quarters();
        features.set(0, feature("\"natCode\": \"RO900100\"", quarter(0)));
        features.set(1, feature("\"SIRUTA\": \"900200.0\"", quarter(1)));
        assertThat(run(collection(features), Map.of()).accepted()).isEqualTo(4);
    }

    @Test
    void aUatInSeveralFeaturesIsJoined() {
        List<String> features = quarters();
        features.set(0, feature("\"siruta\": 900100", MapFiles.rectangle(491_000, 500_000, 500_000, 505_000)));
        features.add(feature("\"siruta\": 900100", MapFiles.rectangle(491_000, 505_000, 500_000, 509_000)));
        ImportOutcome outcome = run(collection(features), Map.of());
        assertThat(outcome.notes()).anyMatch(note -> note.contains("several features"));
        assertThat(registry.boundaries().byUat().get(900_100).getNumGeometries())
                .isEqualTo(1);
    }

    @Test
    void aSliverBetweenNeighboursIsMendedAndReportedWithItsSize() {
        List<String> features = quarters();
        features.set(0, feature("\"siruta\": 900100", MapFiles.rectangle(491_000, 500_000, 500_010, 509_000)));
        ImportOutcome outcome = run(collection(features), Map.of());
        assertThat(outcome.notes()).anyMatch(note -> note.startsWith("Overlaps: 1, 90000 m²"));
        assertThat(outcome.notes()).anyMatch(note -> note.contains("overlap of 900100 and 900200 at 46.0"));
        assertThat(Drawing.isCoverage(registry.boundaries().byUat())).isTrue();
    }

    @Test
    void theToleranceDecidesWhatIsASliver() {
        List<String> features = quarters();
        features.set(0, feature("\"siruta\": 900100", MapFiles.rectangle(491_000, 500_000, 500_080, 509_000)));
        assertRefused(collection(features), "Gaps or overlaps are too wide to be mended safely (over 30 m)");
        assertThat(run(collection(features), Map.of("tolerance", "100")).accepted())
                .isEqualTo(4);
    }

    @Test
    void aMissingUatIsRefusedByName() {
        assertRefused(collection(quarters().subList(0, 3)), "UATs of this county are missing: 900400 Măgura Mică");
    }

    @Test
    void aFileOfAnotherCountyIsRefused() {
        assertRefused(
                collection(List.of(feature("\"siruta\": 1017", quarter(0)))),
                "No feature of the file is a UAT of this county");
    }

    @Test
    void theSameCodeTwiceIsRefused() {
        List<String> features = quarters();
        features.add(feature("\"siruta\": 900100", MapFiles.rectangle(492_000, 500_000, 500_000, 509_000)));
        assertRefused(collection(features), "feature 5: siruta was used by an earlier feature with another shape");
    }

    @Test
    void theSameFeatureTwiceCountsOnce() {
        List<String> features = quarters();
        features.add(features.get(0));
        assertThat(run(collection(features), Map.of()).notes()).anyMatch(note -> note.contains("twice"));
    }

    @Test
    void aPolygonThatCrossesItselfIsRefusedWithThePlace() {
        List<String> features = quarters();
        features.set(
                0,
                feature(
                        "\"siruta\": 900100",
                        metres(
                                "POLYGON ((491000 500000, 500000 509000, 500000 500000, 491000 508000, 491000 500000))")));
        assertRefused(collection(features), "feature 1: geometry crosses itself at 46.0");
    }

    @Test
    void aPolygonFarFromItsSeatIsRefused() {
        List<String> features = quarters();
        features.set(0, feature("\"siruta\": 900100", MapFiles.rectangle(600_000, 500_000, 609_000, 509_000)));
        assertRefused(collection(features), "lies over 5 km from the UAT's seat");
    }

    @Test
    void aPolygonWithoutCodeInTheMiddleOfTheCountyIsRefused() {
        List<String> features = quarters();
        features.set(0, feature("\"name\": \"Altceva\"", quarter(0)));
        assertRefused(collection(features), "siruta is missing, and the name is not that of a UAT");
    }

    @Test
    void aPointIsNoBoundary() {
        List<String> features = quarters();
        features.set(0, feature("\"siruta\": 900100", metres("POINT (496000 504000)")));
        assertRefused(collection(features), "feature 1: geometry is not a polygon");
    }

    @ParameterizedTest
    @CsvSource({"date,tomorrow", "tolerance,wide", "tolerance,-1", "tolerance,501", "tolerance,NaN"})
    void aSettingThatMakesNoSenseIsRefused(String setting, String value) {
        assertThatThrownBy(() -> run(MapFiles.quarters(MadeUpCounty.UATS), Map.of(setting, value)))
                .isInstanceOf(TerritoryProblem.SettingUnusable.class);
    }

    private static List<String> quarters() {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            features.add(feature("\"siruta\": " + MadeUpCounty.UATS.get(i), quarter(i)));
        }
        return features;
    }

    private void assertRefused(String content, String complaint) {
        assertThatThrownBy(() -> run(content, Map.of()))
                .isInstanceOf(TerritoryProblem.ImportRefused.class)
                .hasMessageContaining(complaint);
        assertThat(registry.revision()).as("nothing half-written").isEqualTo(1);
    }

    private ImportOutcome run(String content, Map<String, String> settings) {
        return importer.run(new ImportOrder(file(content), "limite.geojson", false, settings));
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("limite.geojson"), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
