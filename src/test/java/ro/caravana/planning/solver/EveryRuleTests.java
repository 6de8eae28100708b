package ro.caravana.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;
import static ro.caravana.planning.support.Village.open;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optaplanner.core.api.score.stream.Constraint;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanInstance.Weights;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.support.Village;
import ro.caravana.planning.support.Village.Visit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit of the rules: each is one constraint, one sentence, one weight with a documented default, and a plan that keeps it, one that
 * breaks it, and one on the boundary, on which the constraints and the independent checker agree.
 */
class EveryRuleTests {
    /** What the solver's domain cannot break: only the checker has these. */
    private static final Set<PlanRule> BY_CONSTRUCTION =
            Set.of(PlanRule.ONE_PLACE, PlanRule.HELD_ONCE, PlanRule.SERVICE_TIME);

    private static final Weights ALL_COUNT = new Weights(null, null, 1.0, null, 1.0, 1.0, null, 1.0, 1.0);

    /**
     * A plan and what a rule's part in its score must be.
     *
     * @param arranged as the solver holds it; null where it cannot
     */
    private record Case(
            PlanInstance instance, @Nullable Arranged arranged, List<Plan.PlannedVisit> visits, double amount) {}

    /** Kept, on the boundary, broken; for what is only counted: nothing, the least that counts nothing more, something. */
    private record Triple(Case kept, Case boundary, Case broken) {
        Stream<Case> cases() {
            return Stream.of(kept, boundary, broken);
        }
    }

    private static final Map<PlanRule, Triple> TABLE = table(ALL_COUNT);

    private static Map<PlanRule, Triple> table(Weights weights) {
        return new Table(weights).fill();
    }

    @Test
    void noRuleIsMissing() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrder(PlanRule.values());
    }

    @ParameterizedTest
    @EnumSource
    void theCheckerSeesItKeptBrokenAndOnTheBoundary(PlanRule rule) {
        triple(rule).cases().forEach(one -> assertThat(checked(rule, one)).isEqualTo(one.amount()));
        assertThat(triple(rule).broken().amount())
                .isNotEqualTo(triple(rule).kept().amount());
    }

    @ParameterizedTest
    @EnumSource
    void itsConstraintSeesTheSame(PlanRule rule) {
        triple(rule).cases().forEach(one -> {
            assertThat(one.arranged() == null).isEqualTo(BY_CONSTRUCTION.contains(rule));
            if (one.arranged() != null) {
                assertThat(Judge.part(one.arranged().solution, rule)).isEqualTo(one.amount());
            }
        });
    }

    private static Triple triple(PlanRule rule) {
        return Objects.requireNonNull(TABLE.get(rule));
    }

    private static double checked(PlanRule rule, Case one) {
        Plan plan = new Plan(Plan.SCHEMA, one.visits(), List.of(), List.of(), 1, "test", 0, 0, "");
        return new PlanChecker().check(one.instance(), plan).of(rule).amount();
    }

    @Test
    void eachIsOneConstraintOfTheSameName() {
        List<String> constraints = Arrays.stream(PlanConstraints.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Constraint.class)
                .map(Method::getName)
                .toList();
        assertThat(constraints)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PlanRule.values())
                        .filter(rule -> !BY_CONSTRUCTION.contains(rule))
                        .map(PlanRule::wireName)
                        .toList());
    }

    // ---- weights

    private static Set<String> weighted() {
        return Arrays.stream(PlanRule.values())
                .filter(rule -> rule.level() != PlanRule.Level.HARD && rule != PlanRule.VALUE_SERVED)
                .map(PlanRule::wireName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void eachSoftRuleHasOneWeightInTheFormat() throws IOException {
        assertThat(Arrays.stream(Weights.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(weighted());
        String schema = Files.readString(Path.of("routes", "plan-instance.schema.json"));
        assertThat(JsonMapper.shared()
                        .readTree(schema)
                        .at("/properties/weights/properties")
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(weighted());
    }

    @ParameterizedTest
    @EnumSource
    void itsDefaultIsDocumented(PlanRule rule) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("routes", "PLANNING.md")).stream()
                .filter(row -> row.startsWith("| " + rule.level().wireName() + " |") && row.contains(rule.wireName()))
                .toList();
        assertThat(rows).as("one row in the table of rules").hasSize(1);
        if (weighted().contains(rule.wireName())) {
            String[] cells = rows.get(0).split("\\|");
            assertThat(cells[3]).contains("`" + rule.wireName() + "`");
            assertThat(Double.parseDouble(cells[4].strip().replace(",", ""))).isEqualTo(rule.defaultWeight());
            assertThat(Weights.DEFAULT.of(rule)).isEqualTo(rule.defaultWeight());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsWeightCounts(PlanRule rule) throws ReflectiveOperationException {
        if (!weighted().contains(rule.wireName())) {
            return;
        }
        Case twice = Objects.requireNonNull(
                        table(with(rule, 2 * ALL_COUNT.of(rule))).get(rule))
                .broken();
        assertThat(checked(rule, twice)).isEqualTo(2 * twice.amount());
        assertThat(Judge.part(Objects.requireNonNull(twice.arranged()).solution, rule))
                .isEqualTo(2 * twice.amount());
    }

    private static Weights with(PlanRule rule, double weight) throws ReflectiveOperationException {
        RecordComponent[] components = Weights.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean asked = components[i].getName().equals(rule.wireName());
            values[i] =
                    asked ? Double.valueOf(weight) : components[i].getAccessor().invoke(ALL_COUNT);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Weights.class.getDeclaredConstructor(types).newInstance(values);
    }

    // ---- the table

    /** All visits take an hour; "far" is an hour's drive away; the station works 8 to 16. */
    private static final class Table {
        private final Weights weights;
        private final Map<PlanRule, Triple> rows = new EnumMap<>(PlanRule.class);

        Table(Weights weights) {
            this.weights = weights;
        }

        Map<PlanRule, Triple> fill() {
            days();
            hours();
            gaps();
            byHand();
            value();
            cost();
            quality();
            return rows;
        }

        private void row(PlanRule rule, Case kept, Case boundary, Case broken) {
            rows.put(rule, new Triple(kept, boundary, broken));
        }

        /** @param held as "visit station day", the day counted from Monday */
        private Case held(Village village, double amount, String... held) {
            PlanInstance instance = village.weights(weights).build();
            Arranged arranged = new Arranged(instance);
            for (String one : held) {
                String[] words = one.split(" ");
                arranged.hold(words[0], words[1], MONDAY.plusDays(Long.parseLong(words[2])));
            }
            return new Case(instance, arranged, PlanWriter.visits(arranged.solution), amount);
        }

        private Village far(Visit visit) {
            return new Village()
                    .station("s")
                    .site("far", 60)
                    .until(MONDAY.plusDays(20))
                    .visit(visit.build());
        }

        private Visit visit() {
            return new Visit("v", "far");
        }

        private void days() {
            row(
                    PlanRule.WORKDAY,
                    held(far(visit().lasting(5 * HOUR)), 0, "v s 0"),
                    held(far(visit().lasting(6 * HOUR)), 0, "v s 0"),
                    held(far(visit().lasting(6 * HOUR + 1)), -1, "v s 0"));
            row(
                    PlanRule.MAX_DURATION,
                    held(limited(4 * HOUR, null, 1), 0, "v s 0"),
                    held(limited(3 * HOUR, null, 1), 0, "v s 0"),
                    held(limited(3 * HOUR - 1, null, 1), -1, "v s 0"));
            row(
                    PlanRule.CAPACITY,
                    held(limited(null, 30, 29), 0, "v s 0"),
                    held(limited(null, 30, 30), 0, "v s 0"),
                    held(limited(null, 30, 31), -1, "v s 0"));
            row(
                    PlanRule.CLOSED_DATE,
                    held(closedOn(3), 0, "v s 0"),
                    held(closedOn(1), 0, "v s 0"),
                    held(closedOn(0), -1, "v s 0"));
            row(
                    PlanRule.HORIZON,
                    held(far(visit().between(MONDAY, MONDAY.plusDays(5))), 0, "v s 3"),
                    held(far(visit().between(MONDAY, MONDAY.plusDays(3))), 0, "v s 3"),
                    held(far(visit().between(MONDAY, MONDAY.plusDays(2))), -1, "v s 3"));
            row(
                    PlanRule.NOTICE,
                    held(far(visit()).noticeDays(2), 0, "v s 5"),
                    held(far(visit()).noticeDays(2), 0, "v s 2"),
                    held(far(visit()).noticeDays(2), -1, "v s 1"));
        }

        private Village limited(@Nullable Integer maxSeconds, @Nullable Integer capacity, int persons) {
            return new Village()
                    .station("s", 8 * HOUR, 16 * HOUR, maxSeconds, capacity)
                    .site("far", 60)
                    .visit(visit().persons(persons).build());
        }

        private Village closedOn(int day) {
            return new Village()
                    .station("s")
                    .closedSite("far", 60, List.of(MONDAY.plusDays(day)))
                    .visit(visit().build());
        }

        private void hours() {
            row(
                    PlanRule.SITE_WINDOW,
                    held(openUntil(11 * HOUR), 0, "v s 0"),
                    held(openUntil(10 * HOUR), 0, "v s 0"),
                    held(openUntil(10 * HOUR - 1), -1, "v s 0"));
            row(
                    PlanRule.VISIT_HOURS,
                    held(far(visit().hours(null, 11 * HOUR)), 0, "v s 0"),
                    held(far(visit().hours(null, 10 * HOUR)), 0, "v s 0"),
                    held(far(visit().hours(null, 10 * HOUR - 1)), -1, "v s 0"));
            row(
                    PlanRule.PINNED,
                    held(far(visit().pinned("s", MONDAY, null)), 0, "v s 0"),
                    held(far(visit().pinned("s", MONDAY, 9 * HOUR)), 0, "v s 0"),
                    held(far(visit().pinned("s", MONDAY, 9 * HOUR - 1)), -1, "v s 0"));
        }

        private Village openUntil(int close) {
            return new Village()
                    .station("s")
                    .site("far", 60, open(9 * HOUR, close))
                    .visit(visit().build());
        }

        private void gaps() {
            row(
                    PlanRule.SERIES_GAP,
                    held(series(), 0, "v s 0", "w s 4"),
                    held(series(), 0, "v s 0", "w s 3"),
                    held(series(), -1, "v s 0", "w s 2"));
            row(
                    PlanRule.AFTER,
                    held(succession(), 0, "v s 0", "w s 3"),
                    held(succession(), 0, "v s 0", "w s 4"),
                    held(succession(), -1, "v s 0", "w s 5"));
        }

        private Village series() {
            return far(visit().series("x", 3, 5))
                    .visit(new Visit("w", "far").series("x", 3, 5).build());
        }

        private Village succession() {
            return far(visit()).visit(new Visit("w", "far").after("v", 2, 4).build());
        }

        /** Times that the solver never gives. */
        private void byHand() {
            row(
                    PlanRule.ONE_PLACE,
                    written(0, at("v", 0, 9 * HOUR), at("w", 0, 11 * HOUR)),
                    written(0, at("v", 0, 9 * HOUR), at("w", 0, 10 * HOUR)),
                    written(-1, at("v", 0, 9 * HOUR), at("w", 0, 10 * HOUR - 1)));
            row(
                    PlanRule.HELD_ONCE,
                    written(0, at("v", 0, 9 * HOUR)),
                    written(0, at("v", 0, 9 * HOUR), at("w", 0, 10 * HOUR)),
                    written(-1, at("v", 0, 9 * HOUR), at("v", 1, 9 * HOUR)));
            row(
                    PlanRule.SERVICE_TIME,
                    written(0, lasting(2 * HOUR)),
                    written(0, lasting(HOUR)),
                    written(-1, lasting(HOUR - 1)));
        }

        private Case written(double amount, Plan.PlannedVisit... visits) {
            Village village = far(visit()).visit(new Visit("w", "far").build());
            return new Case(village.weights(weights).build(), null, List.of(visits), amount);
        }

        private Plan.PlannedVisit at(String visit, int day, int start) {
            return new Plan.PlannedVisit(visit, "s", MONDAY.plusDays(day), start, start, start + HOUR);
        }

        private Plan.PlannedVisit lasting(int seconds) {
            return new Plan.PlannedVisit("v", "s", MONDAY, 9 * HOUR, 9 * HOUR, 9 * HOUR + seconds);
        }

        private void value() {
            row(
                    PlanRule.VALUE_SERVED,
                    held(far(visit().worth(12.345)), 12.345, "v s 0"),
                    held(far(visit().worth(0)), 0, "v s 0"),
                    held(far(visit().worth(12.345)), 0));
            row(
                    PlanRule.REQUIRED_LEFT_OUT,
                    held(far(visit().required()), 0, "v s 0"),
                    held(far(visit()), 0),
                    held(far(visit().required()), -100_000));
        }

        private Village near(Visit visit) {
            return new Village().station("s").site("far", 0).visit(visit.build());
        }

        private void cost() {
            row(
                    PlanRule.TRAVEL_SECONDS,
                    held(far(visit()), 0),
                    held(near(visit()), 0, "v s 0"),
                    held(far(visit()), -2 * HOUR, "v s 0"));
            row(
                    PlanRule.DISTANCE,
                    held(far(visit()), 0),
                    held(near(visit()), 0, "v s 0"),
                    held(far(visit()), -120_000, "v s 0"));
            row(
                    PlanRule.STATION_DAY,
                    held(series(), 0),
                    held(series(), -3600, "v s 0", "w s 0"),
                    held(series(), -7200, "v s 0", "w s 1"));
            row(
                    PlanRule.KILOMETRE_COST,
                    held(far(visit()), 0),
                    held(near(visit()), 0, "v s 0"),
                    held(far(visit()), -240, "v s 0")); // 120 km at 2 each
            row(
                    PlanRule.OVERTIME,
                    held(far(visit().lasting(5 * HOUR)), 0, "v s 0"),
                    held(far(visit().lasting(6 * HOUR)), 0, "v s 0"),
                    held(far(visit().lasting(6 * HOUR + 1)), -1, "v s 0"));
        }

        private void quality() {
            row(
                    PlanRule.PREFERRED_DATE,
                    held(far(visit().preferring(MONDAY)), 0, "v s 0"),
                    held(far(visit()), 0, "v s 0"),
                    held(far(visit().preferring(MONDAY)), -1, "v s 1"));
            row(
                    PlanRule.SPACING,
                    held(twoCaptures(), 0, "v s 0", "w s 35"),
                    held(twoCaptures(), 0, "v s 0", "w s 28"),
                    held(twoCaptures(), -1, "v s 0", "w s 27"));
            LocalDate february = LocalDate.of(2027, 2, 1);
            long later = february.toEpochDay() - MONDAY.toEpochDay();
            row(
                    PlanRule.EVEN_LOAD,
                    held(twoMonths(10), 0, "v s 0", "w s " + later),
                    held(twoMonths(11), 0, "v s 0", "w s " + later), // half of 21, rounded up, is 11
                    held(twoMonths(12), -1, "v s 0", "w s " + later));
        }

        private Village twoCaptures() {
            return new Village()
                    .until(MONDAY.plusDays(60))
                    .station("s")
                    .site("far", 60)
                    .visit(visit().build())
                    .visit(new Visit("w", "far").build());
        }

        private Village twoMonths(int persons) {
            return new Village()
                    .until(LocalDate.of(2027, 2, 28))
                    .station("s")
                    .site("far", 60)
                    .visit(visit().persons(10).build())
                    .visit(new Visit("w", "far").persons(persons).build());
        }
    }
}
