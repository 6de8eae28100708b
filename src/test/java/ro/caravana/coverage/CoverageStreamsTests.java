package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.territory.Level;
import tools.jackson.databind.json.JsonMapper;

/** A planner can ask for as many filters as there are age bands; what is remembered for them must not grow with that. */
class CoverageStreamsTests {
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));

    private final Coverage coverage = mock(Coverage.class);
    private final CoverageChanges changes = mock(CoverageChanges.class);
    private final AtomicReference<String> mark = new AtomicReference<>("1");
    private final DisclosureGate gate = new DisclosureGate(5);
    private final CoverageStreams streams =
            new CoverageStreams(coverage, changes, gate, JsonMapper.shared(), Clock.systemUTC());

    @BeforeEach
    void aCountyWithOnePlace() {
        when(changes.mark()).thenAnswer(call -> mark.get());
        when(coverage.today(any(), any(), any(), any())).thenAnswer(call -> {
            PublishedCount cases = gate.publish(PLANNER, Integer.parseInt(mark.get()));
            CoverageView.Row row =
                    new CoverageView.Row(1, "office", cases, cases, cases, cases, null, null, null, null, null, null);
            return new CoverageView(LocalDate.EPOCH, "uat", 1, null, row, List.of(row));
        });
    }

    private Flux<ServerSentEvent<String>> open(String ageBand) {
        CaseFilter filter = new CaseFilter(Optional.empty(), Optional.of(ageBand), Optional.empty());
        return streams.open(PLANNER, Level.UAT, filter, "");
    }

    private void comeAndGo(int readers) {
        IntStream.range(0, readers).forEach(number -> open(number + "+").blockFirst());
    }

    @Test
    void channelsThatNobodyWatchesAnyMoreAreForgotten() {
        comeAndGo(3 * CoverageStreams.CHANNELS_KEPT);
        assertThat(streams.countChannels()).isLessThanOrEqualTo(CoverageStreams.CHANNELS_KEPT);
    }

    @Test
    void whoIsStillThereGoesOnBeingTold() {
        StepVerifier.create(open("18-34").map(ServerSentEvent::event).take(2))
                .expectNext("snapshot")
                .then(() -> {
                    comeAndGo(2 * CoverageStreams.CHANNELS_KEPT);
                    mark.set("2");
                    streams.look();
                })
                .expectNext("changed")
                .verifyComplete();
    }
}
