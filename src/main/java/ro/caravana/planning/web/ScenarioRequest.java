package ro.caravana.planning.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.ScenarioOrder;

/** What {@code POST …/scenarios} takes; what is left out stays as it is in the plan that is copied. */
record ScenarioRequest(
        @Nullable String name,
        @Nullable Integer stations,
        @Nullable List<@Nullable String> weekdays,
        @Nullable Integer capacityPersons,
        @Nullable Integer budgetDays,
        PlanInstance.@Nullable Weights weights,
        @Nullable Integer maxWaitMonths,
        @Nullable List<@Nullable String> prefer,
        @Nullable Integer seconds,
        @Nullable Long seed) {
    ScenarioOrder order() {
        return new ScenarioOrder(
                Objects.requireNonNullElse(name, ""),
                optional(stations),
                weekdays == null ? Set.of() : weekdays(weekdays),
                optional(capacityPersons),
                optional(budgetDays),
                Optional.ofNullable(weights),
                optional(maxWaitMonths),
                prefer == null ? Optional.empty() : Optional.of(Preferences.parse(prefer)),
                Objects.requireNonNullElse(seconds, PlanOrder.DEFAULT_SECONDS),
                Objects.requireNonNullElse(seed, PlanOrder.DEFAULT_SEED));
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Set<DayOfWeek> weekdays(List<@Nullable String> names) {
        return names.stream().map(ScenarioRequest::weekday).collect(Collectors.toSet());
    }

    private static DayOfWeek weekday(@Nullable String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(name))
                .findFirst()
                .orElseThrow(() -> new PlanJobProblem.BadOrder(
                        "plan-scenario-weekday", "weekdays", "Days are MON, TUE, WED, THU, FRI, SAT and SUN."));
    }
}
