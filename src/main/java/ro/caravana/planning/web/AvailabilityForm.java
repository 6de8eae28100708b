package ro.caravana.planning.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.AvailabilityProblem;
import ro.caravana.planning.availability.Place;
import ro.caravana.planning.availability.When;
import ro.caravana.planning.availability.Whose;
import ro.caravana.territory.Territory;

/**
 * An entry as sent; exactly one of {@code siruta}, {@code site} and {@code station} names the place.
 *
 * @param siruta of a locality or a UAT
 * @param kind WEEKLY with weekdays and hours, DATES or YEARLY with the first and the last closed day
 * @param weekdays MON to SUN
 * @param from second of the day; left out: 0
 * @param to second of the day; left out: 86 400
 * @param first {@code 2027-02-01}, or {@code 12-01} where it comes back every year
 * @param last likewise; left out: the first
 */
record AvailabilityForm(
        @Nullable Integer siruta,
        @Nullable String site,
        @Nullable String station,
        @Nullable String reason,
        @Nullable String kind,
        @Nullable List<@Nullable String> weekdays,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String first,
        @Nullable String last,
        @Nullable String note) {
    private static final int DAY_SECONDS = 86_400;
    private static final int LETTERS = 3;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    /** @throws AvailabilityProblem 400, naming the first member that means nothing */
    AvailabilityBook.Draft draft(Territory territory) {
        return new AvailabilityBook.Draft(
                place(territory), named("reason", reason, Whose.values()), when(), note == null ? "" : note);
    }

    private Place place(Territory territory) {
        if (siruta != null && site == null && station == null) {
            return byCode(siruta, territory);
        }
        if (siruta == null && site != null && station == null) {
            return territory
                    .findSite(site)
                    .map(known -> new Place(Place.Level.SITE, known.id()))
                    .orElseThrow(() -> new AvailabilityProblem.UnknownPlace("site"));
        }
        if (siruta == null && site == null && station != null) {
            return new Place(Place.Level.STATION, station);
        }
        throw new AvailabilityProblem.UnknownPlace("siruta");
    }

    private static Place byCode(int code, Territory territory) {
        if (territory.findLocality(code).isPresent()) {
            return new Place(Place.Level.LOCALITY, Integer.toString(code));
        }
        if (territory.findUat(code).isPresent()) {
            return new Place(Place.Level.UAT, Integer.toString(code));
        }
        throw new AvailabilityProblem.UnknownPlace("siruta");
    }

    private static <E extends Enum<E>> E named(String field, @Nullable String name, E[] all) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AvailabilityProblem.Unusable(field, "This is one of " + Arrays.toString(all) + "."));
    }

    private When when() {
        return switch (named("kind", kind, When.Kind.values())) {
            case WEEKLY -> weekly();
            case DATES -> dates();
            case YEARLY -> yearly();
        };
    }

    private When weekly() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String wire : weekdays == null ? List.<@Nullable String>of() : weekdays) {
            days.add(Arrays.stream(DayOfWeek.values())
                    .filter(day -> wire(day).equals(wire))
                    .findFirst()
                    .orElseThrow(AvailabilityForm::noWeekday));
        }
        if (days.isEmpty()) {
            throw noWeekday();
        }
        int opens = second("from", from, 0);
        int closes = second("to", to, DAY_SECONDS);
        if (closes <= opens) {
            throw new AvailabilityProblem.Reversed("to");
        }
        return new When.Weekly(days, opens, closes);
    }

    private static String wire(DayOfWeek day) {
        return day.name().substring(0, LETTERS).toUpperCase(Locale.ROOT);
    }

    private static AvailabilityProblem noWeekday() {
        return new AvailabilityProblem.Unusable(
                "weekdays", "Weekdays are at least one of MON, TUE, WED, THU, FRI, SAT, SUN.");
    }

    private static int second(String field, @Nullable Integer given, int otherwise) {
        int second = given == null ? otherwise : given;
        if (second < 0 || second > DAY_SECONDS) {
            throw new AvailabilityProblem.Unusable(field, "An hour is a second of the day, from 0 to 86400.");
        }
        return second;
    }

    private When dates() {
        LocalDate begins = date("first", first);
        LocalDate ends = last == null || last.isBlank() ? begins : date("last", last);
        if (ends.isBefore(begins)) {
            throw new AvailabilityProblem.Reversed("last");
        }
        return new When.Dates(begins, ends);
    }

    private static LocalDate date(String field, @Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text.strip());
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
                return date;
            }
        } catch (DateTimeException noDay) {
            // told below, as a day of another age is
        }
        throw new AvailabilityProblem.Unusable(field, "A day is written like 2027-02-01.");
    }

    private When yearly() {
        try {
            String begins = first == null ? "" : first.strip();
            return When.Yearly.of(begins, last == null || last.isBlank() ? begins : last.strip());
        } catch (DateTimeException noDay) {
            throw new AvailabilityProblem.Unusable(
                    "first", "A day of every year is written like 12-01: month, then day.");
        }
    }
}
