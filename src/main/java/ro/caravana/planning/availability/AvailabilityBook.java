package ro.caravana.planning.availability;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ro.caravana.planning.Station;
import ro.caravana.planning.Stations;

/** What planners write down of when places can be visited. Thread-safe, on several nodes at once. */
@Service
public class AvailabilityBook {
    private static final Logger LOG = LoggerFactory.getLogger(AvailabilityBook.class);
    private static final int LONGEST_NOTE = 300;

    /** A personal numeric code has 13 digits, however it is grouped. */
    private static final Pattern PERSONAL_CODE = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){12}(?!\\d)");

    private final AvailabilityStore store;
    private final Stations stations;
    private final Clock clock;

    AvailabilityBook(AvailabilityStore store, Stations stations, Clock clock) {
        this.store = store;
        this.stations = stations;
        this.clock = clock;
    }

    /** What is to be written down. */
    public record Draft(Place place, Whose whose, When when, String note) {}

    /** What holds now, in the order in which it was written. */
    public List<Availability> list() {
        return store.list();
    }

    public OpenHours current() {
        return new OpenHours(store.list());
    }

    /** @throws AvailabilityProblem.Unknown 404; one that was taken away is found */
    public Availability get(String id) {
        return store.find(id).orElseThrow(AvailabilityProblem.Unknown::new);
    }

    /**
     * Writes an entry down. What says the same as one that holds already is that one: pressing twice writes once.
     *
     * @throws AvailabilityProblem 400
     */
    public Availability add(Draft draft, String by) {
        check(draft);
        Availability entry = new Availability(
                UUID.randomUUID().toString(),
                draft.place(),
                draft.whose(),
                draft.when(),
                draft.note().strip(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return store.list().stream().filter(entry::saysTheSameAs).findFirst().orElseGet(() -> {
            store.insert(entry);
            LOG.info(
                    "availability of {} {} written down",
                    level(entry),
                    entry.place().id());
            return entry;
        });
    }

    private static String level(Availability entry) {
        return entry.place().level().name().toLowerCase(Locale.ROOT);
    }

    private void check(Draft draft) {
        boolean station = draft.place().level() == Place.Level.STATION;
        if (station && !isStation(draft.place().id())) {
            throw new AvailabilityProblem.UnknownPlace("station");
        }
        if (station != (draft.whose() == Whose.STATION)) {
            throw new AvailabilityProblem.Unusable(
                    "reason", "A station's days off have the reason STATION, and no place's have.");
        }
        if (station && draft.when() instanceof When.Weekly) {
            throw new AvailabilityProblem.Unusable(
                    "kind", "A station has days off, DATES or YEARLY, and no weekly hours here.");
        }
        if (!station && draft.when() instanceof When.Weekly && draft.whose() == Whose.ROAD) {
            throw new AvailabilityProblem.Unusable(
                    "kind", "A road is closed on days, DATES or YEARLY; it has no weekly hours.");
        }
        String note = draft.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw new AvailabilityProblem.Unusable("note", "A note has at most " + LONGEST_NOTE + " characters.");
        }
        if (PERSONAL_CODE.matcher(note).find()) {
            throw new AvailabilityProblem.PersonalCode();
        }
    }

    private boolean isStation(String id) {
        return stations.listStations().stream().map(Station::id).anyMatch(id::equals);
    }

    /** @throws AvailabilityProblem.Unknown 404 */
    public void remove(String id, String by) {
        if (!store.remove(id, by, clock.instant())) {
            throw new AvailabilityProblem.Unknown();
        }
        LOG.info("availability {} taken away", id);
    }

    /** Undoes a removal; who wrote it first remains who wrote it. */
    public Availability restore(String id) {
        if (!store.restore(id)) {
            throw new AvailabilityProblem.Unknown();
        }
        return get(id);
    }
}
