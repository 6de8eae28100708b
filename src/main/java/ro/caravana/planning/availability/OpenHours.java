package ro.caravana.planning.availability;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.caravana.planning.PlanInstance.Window;
import ro.caravana.territory.Site;

/**
 * What all entries together leave open. Immutable.
 *
 * <p>Weekly hours of one partner add up, those of different partners must all hold at once. Where a partner's hours are known for
 * a site, its locality and its UAT, the narrowest of the three hold. Closures of all levels hold together.
 */
public final class OpenHours {
    /** Nothing is known. */
    public static final OpenHours UNKNOWN = new OpenHours(List.of());

    private final List<Availability> entries;

    public OpenHours(List<Availability> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Whether nothing has been written down. */
    public boolean isUnknown() {
        return entries.isEmpty();
    }

    /**
     * When a site is open.
     *
     * @param windows by weekday; none means always
     * @param never no hour of any week is left: the windows are those there would be without the partners
     * @param closedDates ascending; all days where it is never open
     */
    public record Opening(List<Window> windows, boolean never, List<LocalDate> closedDates) {
        private static final int DAY_SECONDS = 86_400;

        /** The longest stay that some weekday allows, seconds. */
        public int longestSeconds() {
            return windows.stream()
                    .mapToInt(window -> (window.to() == null ? DAY_SECONDS : window.to())
                            - (window.from() == null ? 0 : window.from()))
                    .max()
                    .orElse(DAY_SECONDS);
        }
    }

    /**
     * @param assumed hours of such a site where nobody has said its own; none: always open.
     *     The directorate's own yard is nobody else's to close and keeps them.
     */
    public Opening of(Site site, List<Window> assumed, LocalDate first, LocalDate last) {
        List<Window> own = weekly(site, Whose.SITE).map(WeekHours::windows).orElse(assumed);
        return narrowed(site, own, first, last);
    }

    /** The same where the hours are known already: entries take away from them, the room's own too, and nothing opens. */
    public Opening narrowed(Site site, List<Window> windows, LocalDate first, LocalDate last) {
        if (site.kind() == Site.Kind.BASE) {
            return new Opening(windows, false, List.of());
        }
        boolean byDate = windows.stream().anyMatch(window -> !window.dates().isEmpty());
        WeekHours open = windows.isEmpty() ? always() : WeekHours.ofWindows(windows);
        boolean touched = false;
        for (Whose whose : Whose.values()) {
            Optional<WeekHours> theirs = byDate ? Optional.empty() : weekly(site, whose);
            touched |= theirs.isPresent();
            open = theirs.map(open::and).orElse(open);
        }
        if (touched && open.isEmpty()) {
            return new Opening(windows, true, first.datesUntil(last.plusDays(1)).toList());
        }
        List<When> closures = about(site).stream().map(Availability::when).toList();
        List<LocalDate> closed = first.datesUntil(last.plusDays(1))
                .filter(date -> closures.stream().anyMatch(when -> when.closes(date)))
                .toList();
        return new Opening(touched ? open.windows() : windows, false, closed);
    }

    private static WeekHours always() {
        return WeekHours.ofWindows(List.of(new Window(List.of(), List.of(), null, null)));
    }

    /** Days on which a station stays at home, ascending. */
    public List<LocalDate> closedDates(String station, LocalDate first, LocalDate last) {
        Place place = new Place(Place.Level.STATION, station);
        return first.datesUntil(last.plusDays(1))
                .filter(date -> entries.stream()
                        .anyMatch(entry ->
                                entry.place().equals(place) && entry.when().closes(date)))
                .toList();
    }

    /** Everything that is known of a site, in the order in which it was written. */
    public List<Availability> about(Site site) {
        return entries.stream().filter(entry -> entry.place().holds(site)).toList();
    }

    /**
     * What stands against a service at a site; nothing where it can be held.
     *
     * @param start second of the day
     * @param end second of the day
     */
    public List<Availability> against(Site site, LocalDate date, int start, int end) {
        return about(site).stream()
                .filter(entry -> entry.when().closes(date) || forbids(entry, site, date, start, end))
                .toList();
    }

    /** What keeps a station at home on a day. */
    public List<Availability> against(String station, LocalDate date) {
        Place place = new Place(Place.Level.STATION, station);
        return entries.stream()
                .filter(entry -> entry.place().equals(place) && entry.when().closes(date))
                .toList();
    }

    /** Whether the hours of this entry's partner leave the service out; each entry of such hours is named. */
    private boolean forbids(Availability entry, Site site, LocalDate date, int start, int end) {
        return entry.when() instanceof When.Weekly
                && patterns(site, entry.whose()).contains(entry)
                && weekly(site, entry.whose()).orElseThrow().on(date.getDayOfWeek()).stream()
                        .noneMatch(interval -> interval.holds(start, end));
    }

    private Optional<WeekHours> weekly(Site site, Whose whose) {
        List<When.Weekly> patterns = patterns(site, whose).stream()
                .map(entry -> (When.Weekly) entry.when())
                .toList();
        return patterns.isEmpty() ? Optional.empty() : Optional.of(WeekHours.of(patterns));
    }

    /** The weekly hours of the narrowest level that has any. */
    private List<Availability> patterns(Site site, Whose whose) {
        return Arrays.stream(Place.Level.values())
                .sorted(Comparator.reverseOrder())
                .map(level -> patterns(site, whose, level))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Availability> patterns(Site site, Whose whose, Place.Level level) {
        return entries.stream()
                .filter(entry -> entry.whose() == whose
                        && entry.when() instanceof When.Weekly
                        && entry.place().level() == level
                        && entry.place().holds(site))
                .toList();
    }
}
