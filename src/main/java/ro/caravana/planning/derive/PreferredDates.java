package ro.caravana.planning.derive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ro.caravana.need.Need;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.PlanInstance;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.CountyCalendar;
import ro.caravana.territory.MarketDay;
import ro.caravana.territory.Schools;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;

/**
 * Writes into a problem on which of its possible days each visit is better held: on the market day of its UAT; in term time, where
 * 14-year-olds are expected at a school. Where both hold, on market days in term time if there are any, else on market days.
 */
public final class PreferredDates {
    /** So many 14-year-olds a visit expects at least before school counts for its day; an assumption. */
    static final double FEWEST_FOURTEEN_YEAR_OLDS = 2;

    /** So far a class walks to the station; an assumption. */
    static final double SCHOOL_METRES = 500;

    private final Wish wish;
    private final Territory territory;
    private final Schools schools;
    private final Map<Integer, Integer> uats;
    private final Map<Integer, LocalityNeed> needs;

    /** What is asked for, and what is known of the county's days. */
    public record Wish(List<DatePreference> kinds, CountyCalendar calendar) {
        public static final Wish NONE = new Wish(List.of(), CountyCalendar.EMPTY);

        public Wish {
            kinds = List.copyOf(kinds);
        }
    }

    /** @param needs from which follows where 14-year-olds are expected */
    public PreferredDates(Wish wish, Territory territory, Collection<Need> needs) {
        this.wish = wish;
        this.territory = territory;
        this.schools = new Schools(territory);
        this.uats = InstanceDerivation.uats(territory);
        this.needs = LocalityNeed.byLocality(needs);
    }

    /** The same problem with these preferred dates and no others. */
    public PlanInstance applyTo(PlanInstance instance) {
        PossibleDates possible = new PossibleDates(instance);
        Map<String, Integer> places = new HashMap<>();
        instance.sites().forEach(site -> {
            if (site.siruta() != null) {
                places.put(site.id(), site.siruta());
            }
        });
        return instance.withVisits(instance.visits().stream()
                .map(visit -> visit.withPreferredDates(
                        dates(visit, places.getOrDefault(visit.site(), 0), possible.of(visit))))
                .toList());
    }

    /** A problem whose conditions have changed, with those of its preferred dates that are still possible. */
    public static PlanInstance stillPossible(PlanInstance instance) {
        PossibleDates possible = new PossibleDates(instance);
        return instance.withVisits(instance.visits().stream()
                .map(visit -> visit.preferredDates().isEmpty()
                        ? visit
                        : visit.withPreferredDates(stillPossible(visit, possible.of(visit))))
                .toList());
    }

    /** None where all suit alike. */
    private static List<LocalDate> stillPossible(PlanInstance.Visit visit, List<LocalDate> possible) {
        Set<LocalDate> dates = new HashSet<>(visit.preferredDates());
        return dates.containsAll(possible)
                ? List.of()
                : possible.stream().filter(dates::contains).toList();
    }

    /** None where all suit alike. */
    private List<LocalDate> dates(PlanInstance.Visit visit, int locality, List<LocalDate> possible) {
        List<LocalDate> best = possible;
        for (Predicate<LocalDate> suits : tests(visit, locality).toList()) {
            List<LocalDate> better = best.stream().filter(suits).toList();
            best = better.isEmpty() ? best : better;
        }
        return best.size() == possible.size() ? List.of() : best;
    }

    /** What matters more comes first. */
    private Stream<Predicate<LocalDate>> tests(PlanInstance.Visit visit, int locality) {
        Stream.Builder<Predicate<LocalDate>> tests = Stream.builder();
        if (wish.kinds().contains(DatePreference.MARKET_DAYS) && visit.kind() != PlanInstance.Kind.HOME) {
            List<MarketDay> markets = wish.calendar().marketDays(uats.getOrDefault(locality, 0));
            tests.add(date -> markets.stream().anyMatch(market -> market.isOn(date)));
        }
        if (wish.kinds().contains(DatePreference.SCHOOL_TERMS) && isForSchool(visit, locality)) {
            tests.add(wish.calendar()::suitsSchool);
        }
        return tests.build();
    }

    private boolean isForSchool(PlanInstance.Visit visit, int locality) {
        LocalityNeed need = needs.get(locality);
        return visit.kind() == PlanInstance.Kind.CAPTURE
                && need != null
                && visit.persons() * need.shareAtStation(CaseCategory.FIRST_ID_14) >= FEWEST_FOURTEEN_YEAR_OLDS
                && territory.findSite(visit.site()).filter(this::isAtSchool).isPresent();
    }

    private boolean isAtSchool(Site site) {
        return schools.isNear(site, SCHOOL_METRES);
    }
}
