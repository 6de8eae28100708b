package ro.caravana.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class NeedReportStoreTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00.123456Z");

    private final TestDatabase database;
    private final NeedReportStore store;
    private final ReporterLinkStore links;

    NeedReportStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new NeedReportStore(database.jdbc());
        this.links = new ReporterLinkStore(database.jdbc());
    }

    @BeforeEach
    void nobodyHasReported() {
        for (String table : new String[] {"need_report_step", "need_report", "need_reporter"}) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
    }

    private static NeedReport report(String id) {
        return new NeedReport(
                id,
                55384,
                55384,
                CaseCategory.NO_ID,
                12,
                SourceKind.ROMA_EXPERT,
                DAY,
                "pe dealul din spatele școlii, ș ț",
                Optional.empty(),
                "ana",
                NOON,
                ReportState.OPEN,
                0);
    }

    private static ReporterLink link(String id) {
        return new ReporterLink(
                id, SourceKind.MAYOR, 55384, "primăria", "ana", NOON, NOON.plusSeconds(60), Optional.empty());
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store.insert(report("a"), "k")).isTrue();
        assertThat(store.find("a")).contains(report("a"));
        assertThat(store.findByKey("k")).contains(report("a"));
        assertThat(store.listAll()).containsExactly(report("a"));
        assertThat(store.listAccepted()).isEmpty();
    }

    @Test
    void aKeyStandsForOneReport() {
        store.insert(report("a"), "k");
        assertThat(store.insert(report("b"), "k")).isFalse();
        assertThat(store.insert(report("c"), null)).isTrue();
        assertThat(store.insert(report("d"), null)).isTrue();
    }

    @Test
    void theSecondOfTwoWhoSawTheSameIsRefused() {
        store.insert(report("a"), null);
        assertThat(store.update(report("a").after(ReportState.ACCEPTED))).isTrue();
        assertThat(store.update(report("a").after(ReportState.DISMISSED))).isFalse();
        assertThat(store.listAccepted()).extracting(NeedReport::version).containsExactly(1L);
    }

    @Test
    void everyDecisionMovesTheRevision() {
        store.insert(report("a"), null);
        ReportStep step = new ReportStep(1, ReportAction.ACCEPT, ReportState.ACCEPTED, "", "ana", NOON);
        long before = store.countSteps();
        store.insertStep("a", step);
        assertThat(store.countSteps()).isEqualTo(before + 1);
        assertThat(store.listSteps("a")).containsExactly(step);
    }

    @Test
    void aLinkIsFoundByItsHashUntilItIsForgotten() {
        links.insert(link("l"), "h".repeat(64));
        assertThat(links.findByHash("h".repeat(64))).contains(link("l"));
        assertThat(links.findByHash("x")).isEmpty();
        assertThat(links.revoke("l", NOON)).isTrue();
        assertThat(links.revoke("l", NOON.plusSeconds(5))).isTrue();
        assertThat(links.listAll().get(0).revokedAt()).contains(NOON);
        assertThat(links.revoke("nobody", NOON)).isFalse();
    }
}
