package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.register.Sums;

class PublishedRowTests {
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));
    private static final Viewer VIEWER = new Viewer("viewer", Set.of(Role.VIEWER));
    private static final PublishedRow.Place SILENT = new PublishedRow.Place(7, "office", null);
    private static final PublishedRow.Place HEARD = new PublishedRow.Place(7, "office", Instant.EPOCH);

    private final DisclosureGate gate = new DisclosureGate(5);

    private CoverageView.Row row(Viewer viewer, PublishedRow.Place place, Sums now) {
        return new PublishedRow(gate, viewer)
                .make(place, new PublishedRow.Raw(now, Optional.of(Sums.NONE)), gate.publish(viewer, 100, 80, 120));
    }

    /** Another office may tell of a silent one's place; to whom its cases are hidden, that they exist is hidden too. */
    @Test
    void oneHiddenCaseDoesNotEndTheSilenceOfAPlace() {
        for (Sums hidden : new Sums[] {new Sums(4, 0, 0), new Sums(4, 4, 0), new Sums(0, 1, 3)}) {
            assertThat(row(VIEWER, SILENT, hidden)).isEqualTo(row(VIEWER, SILENT, Sums.NONE));
            assertThat(row(PLANNER, SILENT, hidden)).isNotEqualTo(row(PLANNER, SILENT, Sums.NONE));
        }
        assertThat(row(VIEWER, SILENT, Sums.NONE).moved()).isNull();
        assertThat(row(VIEWER, SILENT, new Sums(5, 0, 0)).moved()).isNotNull();
    }

    /** Whoever watches open step while nothing else does would know the count between two multiples. */
    @Test
    void whatIsOpenStepsOnlyWithWhatMovesIt() {
        Map<List<Object>, Object> told = new HashMap<>();
        for (int opened = 0; opened < 30; opened++) {
            for (int resolved = 0; resolved < 30; resolved++) {
                CoverageView.Row row = row(VIEWER, HEARD, new Sums(opened, resolved, 0));
                Object earlier = told.putIfAbsent(List.of(row.opened(), row.resolved()), row.open());
                assertThat(earlier).isIn(null, row.open());
            }
        }
        assertThat(row(PLANNER, HEARD, new Sums(14, 9, 2)).open()).isEqualTo(gate.publish(PLANNER, 3));
    }

    @Test
    void belowAMultipleNothingOfARowMoves() {
        assertThat(row(VIEWER, HEARD, new Sums(14, 9, 0))).isEqualTo(row(VIEWER, HEARD, new Sums(10, 5, 0)));
        assertThat(row(VIEWER, HEARD, new Sums(10, 5, 0)).covered()).isEqualTo(0.05);
    }
}
