package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.boundary.Drawing;

@StoreTest
class TerritoryRegistryTests {
    private static final Path NOWHERE = Path.of("no-such-folder");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-10T08:00:00Z"));
    private final TestDatabase database;

    TerritoryRegistryTests(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        MadeUpCounty.clear(database);
    }

    @Test
    void theFirstStartReadsTheFolderAndLaterOnesTheDatabase() {
        TerritoryRegistry first = registry(MadeUpCounty.FOLDER);
        TerritoryRegistry later = registry(NOWHERE);
        assertThat(later.current().county()).isEqualTo("Brădet");
        assertThat(later.current().listUats()).isEqualTo(first.current().listUats());
        assertThat(later.current().listLocalities()).isEqualTo(first.current().listLocalities());
        assertThat(later.current().listSites()).isEqualTo(first.current().listSites());
        assertThat(later.current().listOffices()).isEqualTo(first.current().listOffices());
        assertThat(later.calendar()).isEqualTo(first.calendar()).isNotEqualTo(CountyCalendar.EMPTY);
        assertThat(later.revision()).isEqualTo(first.revision());
    }

    @Test
    void boundariesComeBackVertexByVertex() {
        Boundaries written = registry(MadeUpCounty.FOLDER).boundaries();
        Boundaries read = registry(NOWHERE).boundaries();
        assertThat(read.byUat().keySet()).isEqualTo(written.byUat().keySet());
        read.byUat()
                .forEach((siruta, shape) -> assertThat(
                                shape.equalsExact(written.byUat().get(siruta)))
                        .isTrue());
        assertThat(Drawing.isCoverage(read.byUat())).isTrue();
        assertThat(read.source()).isEqualTo("made up");
        assertThat(read.date()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(read.generalised()).isTrue();
    }

    @Test
    void aChangeRaisesTheRevisionAndIsSeenAtOnce() {
        TerritoryRegistry registry = registry(MadeUpCounty.FOLDER);
        long before = registry.revision();
        registry.change(TerritoryRegistryTests::official);
        assertThat(registry.revision()).isEqualTo(before + 1);
        assertThat(registry.boundaries().source()).isEqualTo("cadastre");
    }

    @Test
    void aChangeThatThrowsLeavesNothingBehind() {
        TerritoryRegistry registry = registry(MadeUpCounty.FOLDER);
        long before = registry.revision();
        assertThatThrownBy(() -> registry.change(county -> {
                    throw new TerritoryProblem.ImportRefused("no");
                }))
                .isInstanceOf(TerritoryProblem.ImportRefused.class);
        assertThat(registry.revision()).isEqualTo(before);
        assertThat(registry(NOWHERE).current().listUats()).hasSize(4);
    }

    @Test
    void aWriteThatFailsHalfWayIsUndone() {
        TerritoryRegistry registry = registry(MadeUpCounty.FOLDER);
        assertThatThrownBy(() -> registry.change(county -> {
                    Territory territory = county.territory();
                    Site lost = new Site(
                            "x",
                            Site.Kind.VENUE,
                            1,
                            1,
                            "nowhere",
                            territory.base().position(),
                            false);
                    return county.withTerritory(new Territory(
                            territory.county(),
                            territory.listUats(),
                            territory.listLocalities(),
                            java.util.List.of(lost),
                            territory.listOffices()));
                }))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        assertThat(registry(NOWHERE).current().listSites())
                .isEqualTo(registry.current().listSites());
    }

    @Test
    void aChangeThatChangesNothingKeepsTheRevision() {
        TerritoryRegistry registry = registry(MadeUpCounty.FOLDER);
        long before = registry.revision();
        registry.change(county -> county);
        assertThat(registry.revision()).isEqualTo(before);
    }

    @Test
    void aChangeByAnotherProcessIsSeenAfterFiveSeconds() {
        TerritoryRegistry reader = registry(MadeUpCounty.FOLDER);
        registry(NOWHERE).change(TerritoryRegistryTests::official);
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(4)));
        assertThat(reader.boundaries().source()).isEqualTo("made up");
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(2)));
        assertThat(reader.boundaries().source()).isEqualTo("cadastre");
    }

    /** An import on the command line beside one on the page: the later waits, and builds on what the earlier left. */
    @Test
    void changesOfTwoProcessesComeOneAfterTheOther() {
        TerritoryRegistry page = registry(MadeUpCounty.FOLDER);
        TerritoryRegistry command = registry(NOWHERE);
        int each = 8;
        CompletableFuture.allOf(Stream.of(page, command)
                        .map(registry -> CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < each; i++) {
                                registry.change(TerritoryRegistryTests::official);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(registry(NOWHERE).revision()).isEqualTo(1 + 2 * each);
    }

    private static CountyData official(CountyData county) {
        Boundaries old = county.boundaries();
        return county.withBoundaries(new Boundaries(old.byUat(), false, "cadastre", LocalDate.of(2027, 1, 9)));
    }

    private TerritoryRegistry registry(Path folder) {
        InstantSource source = now::get;
        return MadeUpCounty.registry(database, source.withZone(ZoneOffset.UTC), folder);
    }
}
