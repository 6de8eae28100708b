package ro.caravana.planning.price;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanSolver;
import ro.caravana.planning.SolveOptions;
import ro.caravana.planning.support.RandomVillage;
import ro.caravana.planning.support.Village;
import ro.caravana.planning.support.Village.Visit;

/** Every rule has one change that relaxes it and nothing else. */
class RelaxationTests {
    private static final PlanInstance ALL = new Village()
            .noticeDays(3)
            .station("s", 8 * HOUR, 16 * HOUR, 7 * HOUR, 20)
            .site("a", 10)
            .visit(new Visit("must", "a").required().preferring(MONDAY).build())
            .visit(new Visit("agreed", "a").pinned("s", MONDAY, 10 * HOUR).build())
            .visit(new Visit("handover", "a").after("must", 1, 5).build())
            .visit(new Visit("again", "a").series("x", 7, 30).build())
            .build();

    private static PlanInstance relaxed(Relaxation rule) {
        return rule.of(ALL).orElseThrow().instance();
    }

    private static PlanInstance.Visit visit(PlanInstance instance, String id) {
        return instance.visits().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Relaxation.class)
    void theProblemStaysSound(Relaxation rule) {
        PlanDocuments.validate(relaxed(rule));
    }

    @ParameterizedTest
    @EnumSource(Relaxation.class)
    void noPlanIsWorseUnderLessRules(Relaxation rule) {
        PlanInstance instance = RandomVillage.of(12);
        Plan plan = new PlanSolver().solve(instance, SolveOptions.forSteps(300, 1), found -> {}, () -> false);
        rule.of(instance).ifPresent(relaxed -> {
            Plan again = new PlanSolver()
                    .solve(
                            relaxed.instance(),
                            SolveOptions.forSteps(0, 1).startingFrom(plan),
                            found -> {},
                            () -> false);
            assertThat(again.visits()).hasSizeGreaterThanOrEqualTo(plan.visits().size());
        });
    }

    @Test
    void aRuleThatTheProblemDoesNotHaveHasNoPrice() {
        PlanInstance bare = new Village().station("s").site("a", 10).visit("a").build();
        List<Relaxation> priced = Arrays.stream(Relaxation.values())
                .filter(rule -> rule.of(bare).isPresent())
                .toList();
        assertThat(priced).containsExactly(Relaxation.CONTROL, Relaxation.STATION_DAY, Relaxation.WORKING_HOUR);
    }

    @Test
    void preferredDatesThatWeighNothingHaveNoPrice() {
        Village village = new Village()
                .station("s")
                .site("a", 10)
                .visit(new Visit("a", "a").preferring(MONDAY).build());
        assertThat(Relaxation.PREFERENCE.of(village.build())).isPresent();
        village.weights(new PlanInstance.Weights(null, null, null, null, null, null, 0.0, null, null));
        assertThat(Relaxation.PREFERENCE.of(village.build())).isEmpty();
    }

    @Test
    void theControlKeepsEverything() {
        assertThat(relaxed(Relaxation.CONTROL)).isEqualTo(ALL);
    }

    @Test
    void oneMoreStationWorksOnOneDay() {
        Relaxation.Relaxed relaxed = Relaxation.STATION_DAY.of(ALL).orElseThrow();
        PlanInstance.Station more = relaxed.instance().stations().get(1);
        String day = relaxed.detail().orElseThrow();
        assertThat(relaxed.instance().stations()).hasSize(2);
        assertThat(more.capacityPersons()).isEqualTo(20);
        long days = ALL.horizon().start().until(ALL.horizon().end()).getDays() + 1;
        assertThat(more.closedDates())
                .hasSize((int) days - 1)
                .noneMatch(date -> date.toString().equals(day));
    }

    @Test
    void oneMoreHourAlsoMayBeSpentAway() {
        PlanInstance.Station station =
                relaxed(Relaxation.WORKING_HOUR).stations().get(0);
        assertThat(station.workday()).isEqualTo(new PlanInstance.Workday(8 * HOUR, 17 * HOUR));
        assertThat(station.maxSeconds()).isEqualTo(8 * HOUR);
    }

    @Test
    void eachOtherRuleIsTakenAwayAlone() {
        assertThat(relaxed(Relaxation.PERSONS).stations().get(0).capacityPersons())
                .isEqualTo(30);
        assertThat(visit(relaxed(Relaxation.FLOOR), "must").required()).isFalse();
        assertThat(visit(relaxed(Relaxation.FLOOR), "agreed").pinned()).isNotNull();
        assertThat(relaxed(Relaxation.NOTICE).noticeDays()).isZero();
        PlanInstance.Visit free = visit(relaxed(Relaxation.PROMISES), "agreed");
        assertThat(free.pinned()).isNull();
        assertThat(free.required()).as("a promise that may move is still owed").isTrue();
        PlanInstance.After after = Objects.requireNonNull(
                visit(relaxed(Relaxation.HANDOVER), "handover").after());
        assertThat(after.minDays()).isEqualTo(1);
        assertThat(after.maxDays()).isNull();
        assertThat(visit(relaxed(Relaxation.SPACING), "again").series()).isNull();
        assertThat(visit(relaxed(Relaxation.PREFERENCE), "must").preferredDates())
                .isEmpty();
        assertThat(visit(relaxed(Relaxation.PREFERENCE), "must").required()).isTrue();
        assertThat(Relaxation.PREFERENCE.of(ALL).orElseThrow().detail()).contains("1");
        assertThat(visit(relaxed(Relaxation.WAIT), "again").series()).isEqualTo(new PlanInstance.Series("x", 7, null));
    }
}
