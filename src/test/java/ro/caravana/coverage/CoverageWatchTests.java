package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.RegisterSums;
import ro.caravana.statistics.Statistics;

/** What one reader who sees rounded figures is told, and what the telling itself must not give away. */
class CoverageWatchTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);
    private static final Instant MORNING = Instant.parse("2027-03-18T06:00:00Z");

    private final CoverageChanges changes =
            new CoverageChanges(mock(RegisterSums.class), mock(Statistics.class), Clock.systemUTC());
    private final DisclosureGate gate = new DisclosureGate(5);
    private List<CoverageView.Row> rows = List.of(row(1, 10, MORNING), row(2, 10, MORNING), row(3, 10, MORNING));
    private final CoverageWatch watch = watch("");

    private CoverageWatch watch(String mark) {
        return new CoverageWatch(
                changes, mark, at -> new CoverageView(DAY, "locality", 5, DAY, row(0, 30, MORNING), rows));
    }

    private CoverageView.Row row(int siruta, int opened, Instant completeTo) {
        PublishedCount none = gate.publish(Viewer.PUBLIC, 0);
        PublishedCount shown = gate.publish(Viewer.PUBLIC, opened);
        return new CoverageView.Row(
                siruta, "office", shown, none, none, shown, null, null, null, null, null, completeTo);
    }

    /** A batch that spoke of whatever place. */
    private void batch(List<CoverageView.Row> after) {
        rows = new ArrayList<>(after);
        changes.on(new BatchApplied("office", 1, MORNING, Map.of()));
    }

    private static List<Integer> places(List<ServerSentEvent<CoverageView>> events) {
        return events.get(0).data().rows().stream()
                .map(CoverageView.Row::siruta)
                .toList();
    }

    @Test
    void itBeginsWithEverythingAndThenIsSilent() {
        List<ServerSentEvent<CoverageView>> first = watch.look();
        assertThat(first.get(0).event()).isEqualTo("snapshot");
        assertThat(places(first)).containsExactly(1, 2, 3);
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aCaseThatRoundingHidesIsNotToldAtAll() {
        watch.look();
        batch(rows);
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aWatermarkMovesForEveryPlaceOfItsOfficeWhereverTheCaseWas() {
        watch.look();
        Instant noon = Instant.parse("2027-03-18T10:00:00Z");
        batch(List.of(row(1, 10, noon), row(2, 10, noon), row(3, 10, MORNING)));
        List<ServerSentEvent<CoverageView>> told = watch.look();
        assertThat(told.get(0).event()).isEqualTo("changed");
        assertThat(places(told)).containsExactly(1, 2);
    }

    @Test
    void onlyWhatLooksDifferentIsTold() {
        watch.look();
        batch(List.of(row(1, 10, MORNING), row(2, 15, MORNING), row(3, 10, MORNING)));
        assertThat(places(watch.look())).containsExactly(2);
    }

    @Test
    void whoComesBackHearsNothingWhereNothingChangedElseEverything() {
        String mark = String.valueOf(watch.look().get(0).id());
        assertThat(watch(mark).look()).isEmpty();
        batch(rows);
        List<ServerSentEvent<CoverageView>> told = watch(mark).look();
        assertThat(told.get(0).event()).isEqualTo("snapshot");
        assertThat(places(told)).containsExactly(1, 2, 3);
    }
}
