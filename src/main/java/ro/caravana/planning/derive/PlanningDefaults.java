package ro.caravana.planning.derive;

import java.util.EnumMap;
import java.util.Map;
import ro.caravana.statistics.CaseCategory;

/**
 * What turns need into visits. Where no source is named, the figure is an assumption, chosen so that one station has a little
 * more to do than one year holds; a directorate that knows better sets its own.
 *
 * @param turnout share of the persons in need whom a year's visits to their locality can bring to the station
 * @param personsPerVisit most persons one capture visit expects; the customer's teams see 30 to 60 a day
 * @param capturesPerYear most capture visits to one locality; a shorter plan holds its share of them, at least one
 * @param promiseFromDays a plan of at least so many days owes every UAT a visit, as a year does; a shorter one does not
 * @param seriesMinGapDays between two capture visits to one locality: the news must travel, papers must be fetched
 * @param workplaces persons served side by side at the station (photo and papers)
 * @param setupSeconds to set up and pack at a site, once per visit
 * @param valuePerPerson value of serving one person of urgency 1; ten, so that shares of a person still count in whole numbers
 * @param urgency per category, how much more a person without any paper gains than one with an expired card
 * @param repeatDiscount each further capture visit to a locality is worth this share of the first one's value less, because
 *     those who come first are those who need it most
 * @param handoverShare share of captured persons who cannot fetch the card at the police station or town hall
 * @param handoverFromPersons fewer than this never make a handover visit
 * @param handoverMinutes per person
 * @param handoverValuePerPerson less than a capture: most of the work is done
 * @param handoverMinDays after the capture; a card is issued in at most 30 days, most in 21
 * @param handoverMaxDays after the capture
 * @param homeShare share of those who cannot travel whom nobody but the station's team will visit
 * @param homePersonsPerVisit most bedsides one round of a UAT's villages expects
 * @param homeVisitsPerYear most such rounds in one UAT
 * @param fewestPersonsTimed no stay is timed for fewer persons: word spreads while the station stands, and a short stay in a
 *     published timetable would betray how few are expected; at least the disclosure threshold
 * @param noticeDays from the day of planning to the first visit: the authorities tell citizens a week before
 */
public record PlanningDefaults(
        double turnout,
        int personsPerVisit,
        int capturesPerYear,
        int promiseFromDays,
        int seriesMinGapDays,
        int workplaces,
        int setupSeconds,
        double valuePerPerson,
        Map<CaseCategory, Double> urgency,
        double repeatDiscount,
        double handoverShare,
        int handoverFromPersons,
        int handoverMinutes,
        double handoverValuePerPerson,
        int handoverMinDays,
        int handoverMaxDays,
        double homeShare,
        int homePersonsPerVisit,
        int homeVisitsPerYear,
        int fewestPersonsTimed,
        int noticeDays) {

    private static final double DAYS_PER_YEAR = 365;

    public static final PlanningDefaults STANDARD = new PlanningDefaults(
            0.8, 52, 6, 270, 45, 2, 900, 10, standardUrgency(), 0.15, 1 / 3.0, 10, 3, 6, 21, 45, 0.5, 6, 4, 5, 7);

    public PlanningDefaults {
        urgency = Map.copyOf(urgency);
    }

    /** The same, with no stay timed for fewer persons than this. */
    public PlanningDefaults timingAtLeast(int persons) {
        return new PlanningDefaults(
                turnout,
                personsPerVisit,
                capturesPerYear,
                promiseFromDays,
                seriesMinGapDays,
                workplaces,
                setupSeconds,
                valuePerPerson,
                urgency,
                repeatDiscount,
                handoverShare,
                handoverFromPersons,
                handoverMinutes,
                handoverValuePerPerson,
                handoverMinDays,
                handoverMaxDays,
                homeShare,
                homePersonsPerVisit,
                homeVisitsPerYear,
                Math.max(fewestPersonsTimed, persons),
                noticeDays);
    }

    /** A year's number of visits, cut to a plan's length; at least one. */
    static int share(int perYear, long days) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(perYear * days / DAYS_PER_YEAR)));
    }

    /** Value of serving one person of this category. */
    double valueOf(CaseCategory category) {
        return valuePerPerson * urgency.getOrDefault(category, 1.0);
    }

    /** What is left of a capture visit's value when it is the locality's n-th, counted from one; never under a quarter. */
    double repeatFactor(int nth) {
        return Math.max(0.25, 1 - repeatDiscount * (nth - 1));
    }

    /** No papers at all, or none for a child, weighs most; an expired card still proves who one is. */
    private static Map<CaseCategory, Double> standardUrgency() {
        Map<CaseCategory, Double> urgency = new EnumMap<>(CaseCategory.class);
        urgency.put(CaseCategory.NO_BIRTH_CERTIFICATE, 2.0);
        urgency.put(CaseCategory.NO_ID, 1.5);
        urgency.put(CaseCategory.NON_TRANSPORTABLE, 1.5);
        urgency.put(CaseCategory.TEMPORARY_ID, 1.2);
        urgency.put(CaseCategory.FIRST_ID_14, 1.0);
        urgency.put(CaseCategory.DAMAGED_ID, 1.0);
        urgency.put(CaseCategory.EXPIRED_ID, 0.8);
        return urgency;
    }
}
