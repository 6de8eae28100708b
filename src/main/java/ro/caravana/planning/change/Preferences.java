package ro.caravana.planning.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ro.caravana.planning.PlanInstance;
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

    /** {@code market}, {@code school}, both or neither. */
    List<String> reasonsOf(PlanInstance.Visit visit) {
        List<MarketDay> markets = markets(visit);
        Predicate<LocalDate> market = date -> markets.stream().anyMatch(day -> day.isOn(date));
        List<LocalDate> dates = visit.preferredDates();
        boolean allMarket = dates.stream().allMatch(market);
        List<String> reasons = new ArrayList<>();
        if (allMarket) {
            reasons.add("market");
        }
        boolean noHoliday = dates.stream().noneMatch(calendar::isSchoolHoliday);
        if (noHoliday && days().filter(date -> !allMarket || market.test(date)).anyMatch(calendar::isSchoolHoliday)) {
            reasons.add("school");
        }
        return reasons;
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

    private Stream<LocalDate> days() {
        return instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .filter(date -> !instance.closedDates().contains(date));
    }
}
