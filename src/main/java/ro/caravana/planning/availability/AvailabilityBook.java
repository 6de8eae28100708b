package ro.caravana.planning.availability;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ro.caravana.planning.Station;
import ro.caravana.planning.Stations;
import ro.caravana.problem.PersonalCode;

/** What planners write down of when places can be visited. Thread-safe, on several nodes at once. */
@Service
public class AvailabilityBook {
    private static final Logger LOG = LoggerFactory.getLogger(AvailabilityBook.class);
    private static final int LONGEST_NOTE = 300;

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
        return add(draft, by, store.list(), this::keep);
    }

    /** A draft of a file, or what is wrong with its row. */
    public sealed interface Row {
        /** @param line in the file, the header being 1 */
        record Usable(long line, Draft draft) implements Row {}

        /** Cannot be read; nothing of it is kept. */
        record Unusable(long line, AvailabilityProblem problem) implements Row {}
    }

    /**
     * What came of a file.
     *
     * @param written newly
     * @param known said the same as what held already
     */
    public record Import(int written, int known, List<Row.Unusable> rejected) {}

    /** Writes down every row that can be, in their order; the others are told. */
    public Import addAll(List<Row> rows, String by) {
        return addAll(rows, by, this::keep);
    }

    /** What {@link #addAll(List, String)} would do; nothing is written down. */
    public Import tryAll(List<Row> rows, String by) {
        return addAll(rows, by, entry -> {});
    }

    private Import addAll(List<Row> rows, String by, Consumer<Availability> keep) {
        List<Availability> held = new ArrayList<>(store.list());
        List<Row.Unusable> rejected = new ArrayList<>();
        int before = held.size();
        int read = 0;
        for (Row row : rows) {
            if (row instanceof Row.Unusable unusable) {
                rejected.add(unusable);
            } else if (row instanceof Row.Usable usable) {
                try {
                    Availability entry = add(usable.draft(), by, held, keep);
                    read++;
                    if (!held.contains(entry)) {
                        held.add(entry);
                    }
                } catch (AvailabilityProblem refused) {
                    rejected.add(new Row.Unusable(usable.line(), refused));
                }
            }
        }
        int written = held.size() - before;
        return new Import(written, read - written, rejected);
    }

    private Availability add(Draft draft, String by, List<Availability> held, Consumer<Availability> keep) {
        check(draft);
        Availability entry = new Availability(
                UUID.randomUUID().toString(),
                draft.place(),
                draft.whose(),
                draft.when(),
                draft.note().strip(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return held.stream().filter(entry::saysTheSameAs).findFirst().orElseGet(() -> {
            keep.accept(entry);
            return entry;
        });
    }

    private void keep(Availability entry) {
        store.insert(entry);
        LOG.info(
                "availability of {} {} written down",
                level(entry),
                entry.place().id());
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
        if (PersonalCode.isIn(note)) {
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
