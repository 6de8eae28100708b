package ro.caravana.planning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.availability.Availability;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.Place;
import ro.caravana.planning.availability.When;
import ro.caravana.planning.change.Clashes;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/** Availability as HTTP answers it. Times are seconds of the day; there is no figure of persons in it. */
final class AvailabilityWire {
    private static final int LETTERS = 3;

    private AvailabilityWire() {}

    /** @param neverOpen localities of which the entries leave no hour of any week */
    record Book(List<Entry> entries, List<Spot> neverOpen) {}

    /** A locality. */
    record Spot(int siruta, String locality, String uat) {}

    /** One entry; which members there are depends on its kind, and a station is in no UAT. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            String level,
            String place,
            String name,
            @Nullable Integer uatSiruta,
            @Nullable String uat,
            String reason,
            String kind,
            @Nullable List<String> weekdays,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String first,
            @Nullable String last,
            String note,
            String writtenBy,
            Instant writtenAt) {}

    /** A visit that what is known today does not allow. */
    record Clash(
            String plan,
            String planName,
            String visit,
            String locality,
            String uat,
            String kind,
            String station,
            LocalDate date,
            int start,
            int end,
            String state,
            boolean agreed,
            List<Entry> against) {}

    record ClashList(List<Clash> clashes) {}

    /** An entry that was written down or brought back, with the visits it stands against. */
    record Written(Entry entry, List<Clash> clashes) {}

    /**
     * What came of a file; what could be read was written down.
     *
     * @param known rows that said the same as what held already
     * @param clashes visits that no longer fit, whatever the reason
     */
    record Import(int written, int known, List<Rejected> rejected, List<Clash> clashes) {}

    /**
     * A row of which nothing was kept.
     *
     * @param line the header being 1
     * @param type as of a problem
     * @param field the column, where it is known
     */
    record Rejected(long line, String type, String field, String detail) {}

    static Rejected rejected(AvailabilityBook.Row.Unusable row) {
        return new Rejected(
                row.line(),
                row.problem().type(),
                String.valueOf(row.problem().properties().getOrDefault("field", "")),
                row.problem().detail());
    }

    static Entry entry(Availability entry, Territory territory) {
        Optional<Integer> uat = uatOf(entry.place(), territory);
        Optional<When.Weekly> weekly =
                entry.when() instanceof When.Weekly hours ? Optional.of(hours) : Optional.empty();
        return new Entry(
                entry.id(),
                entry.place().level().name(),
                entry.place().id(),
                name(entry.place(), territory),
                uat.orElse(null),
                uat.flatMap(territory::findUat).map(Uat::name).orElse(null),
                entry.whose().name(),
                entry.when().kind().name(),
                weekly.map(hours -> hours.weekdays().stream()
                                .map(AvailabilityWire::wire)
                                .toList())
                        .orElse(null),
                weekly.map(When.Weekly::from).orElse(null),
                weekly.map(When.Weekly::to).orElse(null),
                entry.when().firstDay().orElse(null),
                entry.when().lastDay().orElse(null),
                entry.note(),
                entry.writtenBy(),
                entry.writtenAt());
    }

    private static String wire(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }

    /** Empty for a station, and for a place that the territory no longer knows. */
    static Optional<Integer> uatOf(Place place, Territory territory) {
        return switch (place.level()) {
            case STATION -> Optional.empty();
            case UAT -> territory.findUat(Integer.parseInt(place.id())).map(Uat::siruta);
            case LOCALITY ->
                territory.findLocality(Integer.parseInt(place.id())).map(Locality::uatSiruta);
            case SITE -> territory.findSite(place.id()).map(Site::uatSiruta);
        };
    }

    private static String name(Place place, Territory territory) {
        Optional<String> name = switch (place.level()) {
            case STATION -> Optional.empty();
            case UAT -> territory.findUat(Integer.parseInt(place.id())).map(Uat::name);
            case LOCALITY ->
                territory.findLocality(Integer.parseInt(place.id())).map(Locality::name);
            case SITE -> territory.findSite(place.id()).map(Site::name);
        };
        return name.orElse(place.id());
    }

    static Clash clash(Clashes.Clash clash, Territory territory) {
        return new Clash(
                clash.plan().id(),
                clash.plan().name(),
                clash.visit().id(),
                clash.visit().locality(),
                clash.visit().uat(),
                clash.visit().kind(),
                clash.day().station(),
                clash.day().date(),
                clash.visit().start(),
                clash.visit().end(),
                clash.state(),
                clash.agreed(),
                clash.against().stream().map(entry -> entry(entry, territory)).toList());
    }
}
