package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.VisitPersons;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.support.Heads;

class PlanWatchTests {
    private static final Viewer VIEWER = new Viewer("viewer", Set.of(Role.VIEWER));
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));

    private PlanHead now = head(PlanStatus.SOLVING, 1, 40, 0);
    private boolean deleted;
    private final PlanWatch watch = watch(VIEWER);

    @Test
    void tellsAnImprovementOnce() {
        assertThat(names(watch.look())).containsExactly("improved");
        assertThat(watch.look()).isEmpty();
        now = head(PlanStatus.SOLVING, 2, 41, 0);
        assertThat(names(watch.look())).containsExactly("improved");
    }

    @Test
    void aFinishedPlanEndsTheStream() {
        now = head(PlanStatus.FINISHED, 3, 41, 0);
        ServerSentEvent<PlanWire.Event> event = watch.look().get(0);
        assertThat(event.event()).isEqualTo("finished");
        assertThat(event.id()).isEqualTo("3");
        assertThat(PlanWatch.isLast(event)).isTrue();
    }

    @Test
    void aPauseIsTellingButNotTheEnd() {
        now = head(PlanStatus.PAUSED, 4, 41, 0);
        ServerSentEvent<PlanWire.Event> event = watch.look().get(0);
        assertThat(PlanWatch.isLast(event)).isFalse();
        assertThat(event.data())
                .isInstanceOfSatisfying(
                        PlanWire.News.class, news -> assertThat(news.status()).isEqualTo("paused"));
    }

    @Test
    void aFaultOfTheSolverIsAProblem() {
        now = head(PlanStatus.FAILED, 5, 41, 0);
        assertProblem("urn:caravana:problem:plan-failed");
    }

    @Test
    void aDeletedPlanIsAProblem() {
        deleted = true;
        assertProblem("urn:caravana:problem:plan-unknown");
    }

    private void assertProblem(String type) {
        ServerSentEvent<PlanWire.Event> event = watch.look().get(0);
        assertThat(event.event()).isEqualTo("problem");
        assertThat(PlanWatch.isLast(event)).isTrue();
        assertThat(event.data())
                .isInstanceOfSatisfying(
                        PlanWire.Trouble.class,
                        trouble -> assertThat(trouble.type()).isEqualTo(type));
    }

    @Test
    void aSilentStreamIsKeptOpenByComments() {
        List<ServerSentEvent<PlanWire.Event>> events = new ArrayList<>();
        for (int look = 0; look < 100; look++) {
            events.addAll(watch.look());
        }
        assertThat(events.stream().filter(event -> event.comment() != null)).hasSizeBetween(2, 5);
        assertThat(names(events)).containsOnlyOnce("improved");
    }

    @Test
    void aTotalThatGivesOneSmallVisitAwayIsHiddenFromAllButPlanners() {
        now = head(PlanStatus.SOLVING, 1, 41, 1);
        assertThat(personsHidden(watch)).isTrue();
        assertThat(personsHidden(watch(PLANNER))).isFalse();
    }

    private static boolean personsHidden(PlanWatch watch) {
        PlanWire.News news =
                (PlanWire.News) Objects.requireNonNull(watch.look().get(0).data());
        return Objects.requireNonNull(news.summary()).persons().isSuppressed();
    }

    private PlanWatch watch(Viewer viewer) {
        return new PlanWatch(
                () -> {
                    if (deleted) {
                        throw new PlanJobProblem.UnknownPlan();
                    }
                    return now;
                },
                new PlanPublisher(
                        new DisclosureGate(5),
                        mock(VisitPersons.class),
                        plan -> Map.of(),
                        mock(AvailabilityWords.class)),
                viewer);
    }

    private static List<String> names(List<ServerSentEvent<PlanWire.Event>> events) {
        return events.stream()
                .map(ServerSentEvent::event)
                .filter(name -> name != null)
                .toList();
    }

    private static PlanHead head(PlanStatus status, long revision, long persons, int smallVisits) {
        PlanHead queued = Heads.queued("a", Heads.NOON);
        PlanSummary summary =
                new PlanSummary(10, 20, persons, 3, 0, 1, 3, 1_000, 100, 1, 0, 5, smallVisits, smallVisits * 2L);
        return new PlanHead(
                queued.id(),
                queued.name(),
                queued.start(),
                queued.end(),
                status,
                queued.createdAt(),
                queued.createdBy(),
                queued.seconds(),
                queued.seed(),
                12,
                Optional.empty(),
                false,
                queued.prefer(),
                queued.figures(),
                Optional.of(summary),
                Optional.empty(),
                revision);
    }
}
