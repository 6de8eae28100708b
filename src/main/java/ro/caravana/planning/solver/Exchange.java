package ro.caravana.planning.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;

/**
 * Finds how a visit could go into a day: as the day is, or after one visit nobody was told of has made room, or in exchange for
 * the whole day.
 */
final class Exchange {
    private final Agenda agenda;
    private final Openings openings;
    private final Stop stop;
    private final @Nullable StationDay own;
    private final int position;
    private final Tally home;

    /** Takes the visit out of its day; it stays out. */
    Exchange(Agenda agenda, Openings openings, Stop stop) {
        this.agenda = agenda;
        this.openings = openings;
        this.stop = stop;
        StationDay day = stop.day();
        this.own = day == null || day.isOverflow() ? null : day;
        this.position = own == null ? -1 : own.stops().indexOf(stop);
        this.home = Tally.of(agenda, Tally.known(own), List.of(stop));
        if (own != null) {
            agenda.remove(stop);
        }
    }

    /** The way that moves fewest others, as long as nobody is left out for it; never asked of the visit's own day. */
    Optional<Candidate> find(StationDay day) {
        Optional<Candidate> room = findRoom(day);
        if (room.isPresent()) {
            return room;
        }
        Optional<Candidate> exchange = findExchange(day);
        return exchange.filter(Exchange::keepsAll)
                .or(() -> findDayExchange(day))
                .or(() -> exchange);
    }

    private static boolean keepsAll(Candidate candidate) {
        return candidate.alternative().others().stream()
                .allMatch(shift -> shift.to().isPresent());
    }

    /** As the day is. */
    Optional<Candidate> findRoom(StationDay day) {
        return openings.findLasting(stop, day) == null && ownDayGoesOn()
                ? openings.findPlace(stop, day).map(place -> tried(Map.of(day, with(place)), List.of()))
                : Optional.empty();
    }

    private List<Stop> with(Place place) {
        return with(place.day().stops(), stop, place.position());
    }

    private static List<Stop> with(List<Stop> stops, Stop one, int position) {
        List<Stop> more = new ArrayList<>(stops);
        more.add(position, one);
        return more;
    }

    // ---- one makes room

    private Optional<Candidate> findExchange(StationDay day) {
        Candidate best = null;
        boolean hopeless = openings.findLasting(stop, day) != null; // nothing that strangers do could help
        for (Stop other : List.copyOf(day.stops())) {
            if (isAgreed(other) || (hopeless && !areRelated(other))) {
                continue;
            }
            Candidate found = exchange(day, other);
            if (found != null && (best == null || isBetter(found, best))) {
                best = found;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Candidate one, Candidate other) {
        return ScoreDelta.BEST_FIRST.compare(
                        one.alternative().delta(), other.alternative().delta())
                < 0;
    }

    static boolean isAgreed(Stop stop) {
        return stop.visit().pinned() != null || stop.visit().announced();
    }

    private boolean areRelated(Stop other) {
        return openings.mates(stop).contains(other)
                || openings.followers(stop).contains(other)
                || openings.followers(other).contains(stop);
    }

    /** The other goes to this visit's own day or, where it does not fit there, out of the plan. */
    private @Nullable Candidate exchange(StationDay day, Stop other) {
        int at = day.stops().indexOf(other);
        agenda.remove(other);
        Map<StationDay, List<Stop>> days = new LinkedHashMap<>();
        Place place = openings.findLasting(stop, day) == null
                ? openings.findPlace(stop, day).orElse(null)
                : null;
        if (place != null) {
            days.put(day, with(place));
            agenda.insert(stop, place);
            Place refuge = own == null || openings.findLasting(other, own) != null
                    ? null
                    : openings.findPlace(other, own).orElse(null);
            if (refuge != null) {
                days.put(refuge.day(), with(refuge.day().stops(), other, refuge.position()));
            } else if (!mayBeLeftOut(other) || !ownDayGoesOn()) {
                days.clear();
            }
            agenda.remove(stop);
        }
        agenda.insert(other, day, at);
        return days.isEmpty() ? null : tried(days, List.of(other));
    }

    /** Nothing hangs on it, and nobody was promised it. */
    private boolean mayBeLeftOut(Stop other) {
        boolean spansAGap =
                other.visit().series() != null && other.visit().series().maxGapDays() != null;
        return !other.visit().required()
                && !spansAGap
                && openings.followers(other).isEmpty();
    }

    /** Where the direct drive is longer than the detour, a day may need the stop it would lose. */
    private boolean ownDayGoesOn() {
        return own == null || Agenda.isPossible(own);
    }

    // ---- the whole day

    private Optional<Candidate> findDayExchange(StationDay day) {
        if (own == null
                || Stream.concat(own.stops().stream(), day.stops().stream()).anyMatch(Exchange::isAgreed)) {
            return Optional.empty();
        }
        List<Stop> theirs = List.copyOf(day.stops());
        List<Stop> others = Stream.concat(theirs.stream(), own.stops().stream()).toList();
        Map<StationDay, List<Stop>> before = agenda.snapshot(List.of(own, day));
        Map<StationDay, List<Stop>> after = Map.of(own, theirs, day, with(own.stops(), stop, position));
        agenda.arrange(after);
        boolean possible = Agenda.isPossible(own)
                && Agenda.isPossible(day)
                && Stream.of(own, day)
                        .allMatch(one -> one.stops().stream().allMatch(any -> openings.findLasting(any, one) == null));
        agenda.arrange(before);
        return possible ? Optional.of(tried(after, others)) : Optional.empty();
    }

    // ---- weighing

    /** Makes the change, looks at it, and takes it back. */
    private Candidate tried(Map<StationDay, List<Stop>> days, List<Stop> others) {
        List<StationDay> concerned = Stream.concat(Tally.known(own).stream(), days.keySet().stream())
                .distinct()
                .toList();
        Tally before = home.plus(Tally.of(
                agenda, concerned.stream().filter(day -> !day.equals(own)).toList(), others));
        Map<StationDay, List<Stop>> now = agenda.snapshot(concerned);
        List<Optional<Slot>> from = others.stream().map(Agenda::slot).toList();
        agenda.arrange(days);
        List<Stop> all = Stream.concat(Stream.of(stop), others.stream()).toList();
        ScoreDelta delta = Tally.of(agenda, concerned, all).since(before);
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            shifts.add(new Shift(others.get(i).id(), from.get(i), Agenda.slot(others.get(i))));
        }
        Slot slot = Agenda.slot(stop).orElseThrow(() -> new IllegalStateException("a candidate holds its visit"));
        agenda.arrange(now);
        return new Candidate(new Alternative(slot, delta, shifts, Optional.empty()), days);
    }

    /** Makes a change for good. */
    void make(Candidate candidate) {
        agenda.arrange(candidate.days());
    }
}
