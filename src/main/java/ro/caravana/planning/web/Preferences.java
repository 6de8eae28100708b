package ro.caravana.planning.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.PlanJobProblem;

/** The field {@code prefer} of orders. */
final class Preferences {
    private Preferences() {}

    /** @throws PlanJobProblem.BadOrder where one of the words is none of the preferences' names */
    static List<DatePreference> parse(List<@Nullable String> names) {
        return names.stream().map(Preferences::parse).toList();
    }

    private static DatePreference parse(@Nullable String name) {
        return Arrays.stream(DatePreference.values())
                .filter(preference -> preference.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PlanJobProblem.BadOrder(
                        "plan-preference-unknown",
                        "prefer",
                        "Days are preferred as MARKET_DAYS and as SCHOOL_TERMS; an empty list prefers none."));
    }
}
