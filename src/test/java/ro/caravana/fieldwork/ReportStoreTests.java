package ro.caravana.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ro.caravana.fieldwork.Reports.DAY;
import static ro.caravana.fieldwork.Reports.FIRST;
import static ro.caravana.fieldwork.Reports.RECEIVED;
import static ro.caravana.fieldwork.Reports.SECOND;
import static ro.caravana.fieldwork.Reports.THIRD;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class ReportStoreTests {
    private final TestDatabase database;
    private final ReportStore store;
    private final FieldReport report = Reports.complete(FIRST, Reports.served(20), RECEIVED);

    ReportStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new ReportStore(database.jdbc());
    }

    @BeforeEach
    void oneReport() {
        database.jdbc().sql("DELETE FROM field_report").update();
        database.jdbc().sql("DELETE FROM field_resolution").update();
        store.insert(report);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store.find(FIRST)).contains(report);
        FieldReport other = Reports.correcting(SECOND, FIRST, Counts.NONE, RECEIVED);
        store.insert(other);
        assertThat(store.find(SECOND)).contains(other);
        assertThat(store.find(THIRD)).isEmpty();
    }

    @Test
    void aReportIsTakenOnce() {
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> store.insert(report));
        assertThat(store.listOfVisit(Reports.VISIT)).containsExactly(report);
    }

    @Test
    void whatBecameOfTheVisitIsWrittenLater() {
        store.updateStep(FIRST, StepOutcome.REFUSED);
        assertThat(store.find(FIRST).orElseThrow().step()).contains(StepOutcome.REFUSED);
    }

    @Test
    void theDaysAskedForAreIncluded() {
        assertThat(store.listOfVisitsHeld(DAY, DAY)).containsExactly(report);
        assertThat(store.listOfVisitsHeld(DAY.plusDays(1), DAY.plusDays(9))).isEmpty();
    }

    @Test
    void aVisitIsInConflictWithTwoCompleteReports() {
        store.insert(Reports.underWay(SECOND));
        assertThat(store.listOfVisitsReportedTwice()).isEmpty();
        store.insert(Reports.complete(THIRD, Counts.NONE, RECEIVED));
        assertThat(store.listOfVisitsReportedTwice()).hasSize(3);
    }

    @Test
    void theNewestDecisionCounts() {
        Resolution added = new Resolution(Reports.VISIT, Optional.empty(), Set.of(FIRST, SECOND), RECEIVED, "planner");
        Resolution kept = new Resolution(Reports.VISIT, Optional.of(FIRST), Set.of(FIRST), RECEIVED, "planner");
        store.insert(added);
        assertThat(store.newestResolutions(List.of(Reports.VISIT, "another")))
                .containsOnly(java.util.Map.entry(Reports.VISIT, added));
        store.insert(kept);
        assertThat(store.newestResolutions(List.of(Reports.VISIT)).get(Reports.VISIT))
                .isEqualTo(kept);
        assertThat(store.newestResolutions(List.of())).isEmpty();
    }
}
