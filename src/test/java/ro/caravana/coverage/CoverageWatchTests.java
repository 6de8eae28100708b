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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one reader who sees rounded figures is told, and what the telling itself must not give away. */
class CoverageWatchTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);
    private static final Instant MORNING = Instant.parse("2027-03-18T06:00:00Z");

    private final RegisterSums register = mock(RegisterSums.class);
    private final CoverageChanges changes = new CoverageChanges(
            register, new LiveSums(register, Clock.systemUTC()), mock(Statistics.class), Clock.systemUTC());
    private final DisclosureGate gate = new DisclosureGate(5);
    private List<CoverageView.Row> rows = List.of(row(1, 10, MORNING), row(2, 10, MORNING), row(3, 10, MORNING));
    private final CoverageChannel channel = new CoverageChannel(
            changes, mark -> new CoverageView(DAY, "locality", 5, DAY, row(0, 30, MORNING), rows), JsonMapper.shared());
    private final CoverageWatch watch = watch("");

    private CoverageWatch watch(String mark) {
        return new CoverageWatch(channel, mark);
    }

    private List<ServerSentEvent<String>> look(CoverageWatch reader) {
        return reader.look(channel.refresh());
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

    private static List<Integer> places(List<ServerSentEvent<String>> events) {
        List<Integer> places = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(events.get(0).data()).at("/rows")) {
            places.add(row.at("/siruta").asInt());
        }
        return places;
    }

    @Test
    void itBeginsWithEverythingAndThenIsSilent() {
        List<ServerSentEvent<String>> first = look(watch);
        assertThat(first.get(0).event()).isEqualTo("snapshot");
        assertThat(places(first)).containsExactly(1, 2, 3);
        assertThat(look(watch)).isEmpty();
    }

    @Test
    void aCaseThatRoundingHidesIsNotToldAtAll() {
        look(watch);
        batch(rows);
        assertThat(look(watch)).isEmpty();
    }

    @Test
    void aWatermarkMovesForEveryPlaceOfItsOfficeWhereverTheCaseWas() {
        look(watch);
        Instant noon = Instant.parse("2027-03-18T10:00:00Z");
        batch(List.of(row(1, 10, noon), row(2, 10, noon), row(3, 10, MORNING)));
        List<ServerSentEvent<String>> told = look(watch);
        assertThat(told.get(0).event()).isEqualTo("changed");
        assertThat(places(told)).containsExactly(1, 2);
    }

    @Test
    void onlyWhatLooksDifferentIsTold() {
        look(watch);
        batch(List.of(row(1, 10, MORNING), row(2, 15, MORNING), row(3, 10, MORNING)));
        assertThat(places(look(watch))).containsExactly(2);
    }

    @Test
    void whoComesBackHearsNothingWhereNothingChangedElseWhatHasSince() {
        String mark = String.valueOf(look(watch).get(0).id());
        assertThat(look(watch(mark))).isEmpty();
        batch(List.of(row(1, 15, MORNING), row(2, 10, MORNING), row(3, 10, MORNING)));
        channel.refresh();
        batch(List.of(row(1, 15, MORNING), row(2, 10, MORNING), row(3, 20, MORNING)));
        List<ServerSentEvent<String>> told = look(watch(mark));
        assertThat(told.get(0).event()).isEqualTo("changed");
        assertThat(places(told)).containsExactly(1, 3);
    }

    @Test
    void whoComesBackTooLateOrWithAnotherRunsIdBeginsAnew() {
        String mark = String.valueOf(look(watch).get(0).id());
        for (int moment = 0; moment < 32; moment++) {
            batch(rows);
            channel.refresh();
        }
        assertThat(look(watch(mark)).get(0).event()).isEqualTo("snapshot");
        assertThat(look(watch("elsewhere-7")).get(0).event()).isEqualTo("snapshot");
    }

    /** A reader that was not ready for a while is told the sum of what it missed, once. */
    @Test
    void aSlowReaderIsToldOnceWhatManyBatchesDid() {
        look(watch);
        batch(List.of(row(1, 15, MORNING), row(2, 10, MORNING), row(3, 10, MORNING)));
        CoverageMoment missed = channel.refresh();
        batch(List.of(row(1, 20, MORNING), row(2, 15, MORNING), row(3, 10, MORNING)));
        List<ServerSentEvent<String>> told = look(watch);
        assertThat(places(told)).containsExactly(1, 2);
        assertThat(watch.look(missed)).as("an older moment comes too late").isEmpty();
    }

    @Test
    void readersOfOneChannelAreHandedTheSameText() {
        CoverageWatch other = watch("");
        assertThat(look(watch).get(0)).isSameAs(look(other).get(0));
        batch(List.of(row(1, 15, MORNING), row(2, 10, MORNING), row(3, 10, MORNING)));
        assertThat(look(watch).get(0)).isSameAs(look(other).get(0));
    }
}
