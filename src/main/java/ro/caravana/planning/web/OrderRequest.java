package ro.caravana.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;

/** What {@code POST /api/v1/plans} takes; what may be left out has a default. */
record OrderRequest(
        @Nullable String name,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable List<@Nullable String> stations,
        @Nullable Integer seconds,
        @Nullable Long seed,
        @Nullable String basedOn,
        @Nullable Integer maxWaitMonths,
        @Nullable List<@Nullable String> prefer) {

    PlanOrder order() {
        return new PlanOrder(
                Objects.requireNonNullElse(name, ""),
                required(start, "start"),
                required(end, "end"),
                stations == null
                        ? List.of()
                        : stations.stream()
                                .map(id -> Objects.requireNonNullElse(id, ""))
                                .toList(),
                Objects.requireNonNullElse(seconds, PlanOrder.DEFAULT_SECONDS),
                Objects.requireNonNullElse(seed, PlanOrder.DEFAULT_SEED),
                Optional.ofNullable(basedOn),
                maxWaitMonths == null ? OptionalInt.empty() : OptionalInt.of(maxWaitMonths),
                prefer == null ? DatePreference.ALL : Preferences.parse(prefer));
    }

    private static LocalDate required(@Nullable LocalDate date, String field) {
        if (date == null) {
            throw new PlanJobProblem.BadOrder(
                    "plan-date-missing", field, "A plan needs its first and its last day, as yyyy-mm-dd.");
        }
        return date;
    }
}
