package ro.caravana.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A plan that somebody wants.
 *
 * @param start first day
 * @param end last day, not before the first, at most two years after it
 * @param stations ids; none means all that the county has
 * @param seconds the solver may spend, 1 to 3600
 * @param basedOn a plan to start the search from
 * @param maxWaitMonths most months a UAT may wait for its next visit, 2 to 24; empty: no limit
 * @param prefer which days visits are better held on, where they can be
 */
public record PlanOrder(
        String name,
        LocalDate start,
        LocalDate end,
        List<String> stations,
        int seconds,
        long seed,
        Optional<String> basedOn,
        OptionalInt maxWaitMonths,
        List<DatePreference> prefer) {
    public static final int DEFAULT_SECONDS = 60;
    public static final int MOST_SECONDS = 3_600;
    public static final long DEFAULT_SEED = 1;
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_YEARS = 2;
    public static final int LEAST_WAIT_MONTHS = 2; // repeat visits to one locality are 45 days apart
    public static final int MOST_WAIT_MONTHS = 24;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999; // as the plan instance format

    /** @throws PlanJobProblem.BadOrder naming the first field that cannot be used */
    public PlanOrder {
        name = name.strip();
        stations = List.copyOf(stations);
        prefer = DatePreference.ordered(prefer);
        if (name.isEmpty()) {
            throw new PlanJobProblem.BadOrder("plan-name-missing", "name", "A plan needs a name.");
        }
        if (name.length() > LONGEST_NAME) {
            throw new PlanJobProblem.BadOrder(
                    "plan-name-too-long", "name", "A plan's name has at most " + LONGEST_NAME + " characters.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new PlanJobProblem.BadOrder(
                    "plan-name-unprintable", "name", "A plan's name is one line of printable characters.");
        }
        if (start.getYear() < FIRST_YEAR || end.getYear() > LAST_YEAR) {
            throw new PlanJobProblem.BadOrder(
                    "plan-date-out-of-range",
                    start.getYear() < FIRST_YEAR ? "start" : "end",
                    "A plan lies between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        }
        if (end.isBefore(start)) {
            throw new PlanJobProblem.BadOrder(
                    "plan-horizon-reversed", "end", "The last day comes before the first. Swap start and end.");
        }
        if (end.isAfter(start.plusYears(LONGEST_YEARS))) {
            throw new PlanJobProblem.BadOrder(
                    "plan-horizon-too-long", "end", "A plan covers at most " + LONGEST_YEARS + " years.");
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new PlanJobProblem.BadOrder(
                    "plan-seconds-out-of-range", "seconds", "The solver may spend 1 to " + MOST_SECONDS + " seconds.");
        }
        checkWait(maxWaitMonths);
    }

    /** Without a limit on waiting; market days and school terms are preferred. */
    public PlanOrder(
            String name,
            LocalDate start,
            LocalDate end,
            List<String> stations,
            int seconds,
            long seed,
            Optional<String> basedOn) {
        this(name, start, end, stations, seconds, seed, basedOn, OptionalInt.empty(), DatePreference.ALL);
    }

    /** @throws PlanJobProblem.BadOrder where it is none of the possible limits */
    static void checkWait(OptionalInt months) {
        if (months.isPresent() && (months.getAsInt() < LEAST_WAIT_MONTHS || months.getAsInt() > MOST_WAIT_MONTHS)) {
            throw new PlanJobProblem.BadOrder(
                    "plan-wait-out-of-range",
                    "maxWaitMonths",
                    "A UAT may wait " + LEAST_WAIT_MONTHS + " to " + MOST_WAIT_MONTHS + " months.");
        }
    }
}
