package ro.caravana.planning;

/**
 * What a director asks of a plan. Raw figures: {@code persons} leaves the house only through disclosure.
 *
 * @param value what the served visits are worth
 * @param maxValue what all visits together are worth, served or not
 * @param persons expected at the served visits
 * @param visits served
 * @param requiredLeftOut required visits that found no place
 * @param uatsVisited UATs with at least one served visit
 * @param uatsTotal UATs of the county
 * @param metres driven, drives home included
 * @param drivingSeconds driven, drives home included
 * @param stationDays days on which a station leaves its base, summed over stations
 * @param hardViolations broken hard rules as the independent checker counts them, not as the solver believes
 * @param unserved visits without a place
 * @param smallVisits served visits whose persons stay under the disclosure threshold
 * @param smallVisitPersons what a total would leave of those to whoever subtracts the shown visits and the days' shown totals
 */
public record PlanSummary(
        long value,
        long maxValue,
        long persons,
        int visits,
        int requiredLeftOut,
        int uatsVisited,
        int uatsTotal,
        long metres,
        long drivingSeconds,
        int stationDays,
        long hardViolations,
        int unserved,
        int smallVisits,
        long smallVisitPersons) {}
