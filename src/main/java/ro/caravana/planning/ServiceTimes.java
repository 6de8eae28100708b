package ro.caravana.planning;

import java.util.Map;
import ro.caravana.planning.derive.PlanningDefaults;
import ro.caravana.statistics.CaseCategory;

/** What a visit should take by the assumptions that plans are made with. */
public final class ServiceTimes {
    private static final int SECONDS_PER_MINUTE = 60;

    private ServiceTimes() {}

    /** Setting up and packing, once per visit. */
    public static int setupSeconds() {
        return PlanningDefaults.STANDARD.setupSeconds();
    }

    /**
     * Serving these persons, setting up aside.
     *
     * @param kind {@code CAPTURE}, {@code HANDOVER} or {@code HOME}
     */
    public static double seconds(String kind, Map<CaseCategory, Integer> served) {
        PlanningDefaults defaults = PlanningDefaults.STANDARD;
        return switch (kind) {
            case "HANDOVER" ->
                served.values().stream().mapToInt(Integer::intValue).sum()
                        * (double) defaults.handoverMinutes()
                        * SECONDS_PER_MINUTE;
            case "HOME" -> minutes(served) * SECONDS_PER_MINUTE;
            default -> minutes(served) * SECONDS_PER_MINUTE / defaults.workplaces();
        };
    }

    private static double minutes(Map<CaseCategory, Integer> served) {
        return served.entrySet().stream()
                .mapToDouble(entry -> (double) entry.getKey().minutes() * entry.getValue())
                .sum();
    }
}
