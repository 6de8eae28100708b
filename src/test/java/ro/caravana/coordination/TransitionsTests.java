package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ro.caravana.access.Role;

/**
 * A visit's life, walked through every state, action, role and day.
 *
 * <pre>
 *   proposed → asked → confirmed by one → confirmed → announced → under way → done → handover → closed
 *                 ↘ declined → moved ↗              (every step before "done" may end in cancelled)
 * </pre>
 */
class TransitionsTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static Appointment visit(VisitState state, int daysAhead, String kind) {
        return Visits.visit("v1", kind, TODAY.plusDays(daysAhead), state);
    }

    /** What is expected, written down once more and apart from the table. */
    @ParameterizedTest(name = "{0}, {1} days ahead, {2}: {3}")
    @CsvSource({
        "PROPOSED, 30, PLANNER, ask cancel move",
        "PROPOSED, 0, PLANNER, cancel move",
        "PROPOSED, 30, FIELD, ''",
        "ASKED, 30, PLANNER, confirm decline cancel move",
        "ASKED, 30, FIELD, ''",
        "CONFIRMED_BY_MAYOR, 30, PLANNER, confirm decline cancel move",
        "CONFIRMED_BY_POLICE, 30, PLANNER, confirm decline cancel move",
        "CONFIRMED, 30, PLANNER, decline announce cancel move",
        "CONFIRMED, 7, PLANNER, decline announce cancel move",
        "CONFIRMED, 6, PLANNER, decline cancel move",
        "CONFIRMED, 0, FIELD, ''",
        "DECLINED, 30, PLANNER, cancel move",
        "MOVED, 30, PLANNER, ask cancel move",
        "ANNOUNCED, 1, PLANNER, cancel move",
        "ANNOUNCED, 0, PLANNER, start cancel move",
        "ANNOUNCED, 0, FIELD, start",
        "ANNOUNCED, 1, FIELD, ''",
        "UNDER_WAY, 0, PLANNER, finish cancel",
        "UNDER_WAY, 0, FIELD, finish",
        "DONE, 0, PLANNER, hand-over close",
        "DONE, 0, FIELD, hand-over",
        "HANDOVER, -20, PLANNER, close",
        "HANDOVER, -20, FIELD, ''",
        "CLOSED, -20, PLANNER, ''",
        "CANCELLED, 30, PLANNER, ''",
    })
    void aStateOffersTheseActions(VisitState state, int daysAhead, Role role, String actions) {
        List<String> offered = Transitions.allowed(visit(state, daysAhead, "CAPTURE"), Set.of(role), TODAY).stream()
                .map(VisitAction::wire)
                .toList();
        assertThat(offered).containsExactlyElementsOf(words(actions));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @ParameterizedTest
    @EnumSource(VisitState.class)
    void whoOnlyLooksOrKeepsAccountsChangesNothing(VisitState state) {
        Set<Role> others = EnumSet.complementOf(EnumSet.of(Role.PLANNER, Role.FIELD));
        for (int daysAhead : new int[] {-30, 0, 30}) {
            assertThat(Transitions.allowed(visit(state, daysAhead, "CAPTURE"), others, TODAY))
                    .isEmpty();
            assertThat(Transitions.allowed(visit(state, daysAhead, "CAPTURE"), Set.of(), TODAY))
                    .isEmpty();
        }
    }

    @Test
    void aBedsideVisitIsNeverAnnouncedAndStartsWhenConfirmed() {
        assertThat(Transitions.allowed(visit(VisitState.CONFIRMED, 30, "HOME"), Set.of(Role.PLANNER), TODAY))
                .doesNotContain(VisitAction.ANNOUNCE);
        assertThat(Transitions.allowed(visit(VisitState.CONFIRMED, 0, "HOME"), Set.of(Role.FIELD), TODAY))
                .containsExactly(VisitAction.START);
    }

    @Test
    void bothPartnersMustAgreeInWhateverOrder() {
        assertThat(confirm(VisitState.ASKED, Optional.of(Partner.MAYOR))).contains(VisitState.CONFIRMED_BY_MAYOR);
        assertThat(confirm(VisitState.ASKED, Optional.of(Partner.POLICE))).contains(VisitState.CONFIRMED_BY_POLICE);
        assertThat(confirm(VisitState.CONFIRMED_BY_MAYOR, Optional.of(Partner.POLICE)))
                .contains(VisitState.CONFIRMED);
        assertThat(confirm(VisitState.CONFIRMED_BY_POLICE, Optional.of(Partner.MAYOR)))
                .contains(VisitState.CONFIRMED);
        assertThat(confirm(VisitState.CONFIRMED_BY_MAYOR, Optional.of(Partner.MAYOR)))
                .isEmpty();
        assertThat(confirm(VisitState.CONFIRMED_BY_POLICE, Optional.of(Partner.POLICE)))
                .isEmpty();
        assertThat(confirm(VisitState.ASKED, Optional.empty())).contains(VisitState.CONFIRMED);
    }

    private static Optional<VisitState> confirm(VisitState from, Optional<Partner> by) {
        return Transitions.find(visit(from, 30, "CAPTURE"), VisitAction.CONFIRM, by, Set.of(Role.PLANNER), TODAY)
                .map(Transition::to);
    }

    @Test
    void whatIsOfferedCanBeTakenAndNothingElse() {
        for (VisitState state : VisitState.values()) {
            for (VisitAction action : VisitAction.values()) {
                for (Role role : Role.values()) {
                    for (int daysAhead : new int[] {-1, 0, 6, 7, 30}) {
                        Appointment visit = visit(state, daysAhead, "CAPTURE");
                        boolean offered =
                                Transitions.allowed(visit, Set.of(role), TODAY).contains(action);
                        boolean possible = answers()
                                .anyMatch(by -> Transitions.find(visit, action, by, Set.of(role), TODAY)
                                        .isPresent());
                        assertThat(possible)
                                .as("%s %s %s %s", state, action, role, daysAhead)
                                .isEqualTo(offered);
                    }
                }
            }
        }
    }

    private static Stream<Optional<Partner>> answers() {
        return Stream.of(Optional.empty(), Optional.of(Partner.MAYOR), Optional.of(Partner.POLICE));
    }

    @Test
    void everyStateIsReachedFromAProposalAndEveryLifeCanEnd() {
        assertThat(reach(VisitState.PROPOSED)).containsAll(EnumSet.allOf(VisitState.class));
        for (VisitState state : VisitState.values()) {
            assertThat(reach(state)).as("from %s", state).containsAnyOf(VisitState.CLOSED, VisitState.CANCELLED);
        }
    }

    private static Set<VisitState> reach(VisitState from) {
        Set<VisitState> reached = new HashSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Transition row : Transitions.listAll()) {
                grown |= reached.contains(row.from()) && reached.add(row.to());
            }
        }
        return reached;
    }

    @Test
    void onceCitizensKnowAChangeNeedsAReasonAndIsToldToThem() {
        assertThat(Transitions.listAll())
                .filteredOn(row -> row.from() == VisitState.ANNOUNCED && row.action() != VisitAction.START)
                .hasSize(2)
                .allMatch(Transition::needsReason)
                .allMatch(row -> row.told().contains(Audience.CITIZENS));
    }
}
