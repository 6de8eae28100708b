package ro.caravana.planning.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.derive.PossibleDates;
import ro.caravana.territory.CountyCalendar;
import ro.caravana.territory.Locality;
import ro.caravana.territory.MarketDay;
import ro.caravana.territory.Territory;

/**
 * Why a visit's dates are preferred, as far as today's calendar tells: the instance holds the dates alone, because a field of its
 * own would be an unknown one to every other reader.
 */
final class Preferences {
    private final PlanInstance instance;
    private final Territory territory;
    private final CountyCalendar calendar;

    Preferences(PlanInstance instance, Territory territory, CountyCalendar calendar) {
        this.instance = instance;
        this.territory = territory;
        this.calendar = calendar;
    }

    /** {@code market}, {@code school}, both or neither: what its preferred dates have and some other possible day has not. */
    List<String> reasonsOf(PlanInstance.Visit visit) {
        List<MarketDay> markets = markets(visit);
        List<LocalDate> possible = new PossibleDates(instance).of(visit);
        List<String> reasons = new ArrayList<>();
        Predicate<LocalDate> market = date -> markets.stream().anyMatch(day -> day.isOn(date));
        if (setsApart(visit, possible, market)) {
            reasons.add("market");
            possible = possible.stream().filter(market).toList();
        }
        if (visit.kind() == PlanInstance.Kind.CAPTURE && setsApart(visit, possible, calendar::suitsSchool)) {
            reasons.add("school");
        }
        return reasons;
    }

    private static boolean setsApart(PlanInstance.Visit visit, List<LocalDate> possible, Predicate<LocalDate> suits) {
        return visit.preferredDates().stream().allMatch(suits)
                && !possible.stream().allMatch(suits);
    }

    private List<MarketDay> markets(PlanInstance.Visit visit) {
        return instance.sites().stream()
                .filter(site -> site.id().equals(visit.site()))
                .flatMap(site -> Optional.ofNullable(site.siruta()).stream())
                .flatMap(siruta -> territory.findLocality(siruta).stream())
                .map(Locality::uatSiruta)
                .flatMap(uat -> calendar.marketDays(uat).stream())
                .toList();
    }
}
