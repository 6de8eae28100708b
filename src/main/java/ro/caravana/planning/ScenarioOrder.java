package ro.caravana.planning;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A copy of a plan under other conditions; what is empty stays as it is.
 *
 * @param stations how many go out; further ones are like the first
 * @param weekdays on which all stations work; sites open on a new one as on their other days
 * @param capacityPersons per station and day
 * @param budgetDays most station-days over the plan; the days that fall away are spread evenly
 * @param weights where one is given
 * @param maxWaitMonths most months a UAT may wait for its next visit, 2 to 24
 * @param prefer which days visits are better held on; none of them where the list is
 * @param seconds the solver may spend, 1 to 3600
 */
public record ScenarioOrder(
        String name,
        OptionalInt stations,
        Set<DayOfWeek> weekdays,
        OptionalInt capacityPersons,
        OptionalInt budgetDays,
        Optional<PlanInstance.Weights> weights,
        OptionalInt maxWaitMonths,
        Optional<List<DatePreference>> prefer,
        int seconds,
        long seed) {
    public static final int MOST_STATIONS = 10;
    public static final int MOST_CAPACITY = 1_000;

    /** @throws PlanJobProblem.BadOrder naming the first field that cannot be used */
    public ScenarioOrder {
        weekdays = Set.copyOf(weekdays);
        prefer = prefer.map(DatePreference::ordered);
        within(stations, 1, MOST_STATIONS, "plan-scenario-stations", "stations");
        within(capacityPersons, 1, MOST_CAPACITY, "plan-scenario-capacity", "capacityPersons");
        within(budgetDays, 1, 100_000, "plan-scenario-budget", "budgetDays");
        PlanOrder.checkWait(maxWaitMonths);
    }

    private static void within(OptionalInt number, int least, int most, String type, String field) {
        if (number.isPresent() && (number.getAsInt() < least || number.getAsInt() > most)) {
            throw new PlanJobProblem.BadOrder(
                    type, field, "This is a whole number from " + least + " to " + most + ".");
        }
    }
}
