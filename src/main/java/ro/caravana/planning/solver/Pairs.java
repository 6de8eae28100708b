package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;

/**
 * Moves a capture together with the handover that follows it: where the one would go on each day, and which other day would then be best
 * for the other. The two are looked for apart and put together where they share no day, so that what they change adds up; asking
 * for every pair of days anew would take seconds. Not thread-safe.
 */
final class Pairs {
    private final Agenda agenda;
    private final Openings openings;
    private final Stop capture;
    private final Stop handover;
    private final StationDay captureDay;
    private final StationDay handoverDay;
    private final Optional<Slot> handoverSlot;
    private final Exchange captures;
    private final Exchange handovers;
    private final Map<StationDay, Optional<Candidate>> handoverTo = new HashMap<>();

    /** Where both go. */
    record Pair(Candidate capture, Candidate handover) {
        ScoreDelta delta() {
            return capture.alternative().delta().plus(handover.alternative().delta());
        }
    }

    private Pairs(Agenda agenda, Openings openings, Stop capture, Stop handover) {
        this.agenda = agenda;
        this.openings = openings;
        this.capture = capture;
        this.handover = handover;
        this.captureDay = Objects.requireNonNull(capture.day());
        this.handoverDay = Objects.requireNonNull(handover.day());
        this.handoverSlot = Agenda.slot(handover);
        this.captures = new Exchange(agenda, openings, capture);
        this.handovers = new Exchange(agenda, openings.withoutPredecessorOf(handover), handover);
    }

    /**
     * Takes both out of their days.
     *
     * @param agenda of the plan as it stands, in which neither is pinned
     * @return empty where the visit is left out, or anything but one handover on a day of its own hangs on it
     */
    static Optional<Pairs> of(Agenda agenda, String visit) {
        Openings openings = new Openings(agenda);
        Stop capture = agenda.findStop(visit);
        if (capture == null || !capture.isServed()) {
            return Optional.empty();
        }
        List<Stop> followers = openings.followers(capture);
        return followers.size() == 1
                        && isHandover(followers.get(0))
                        && openings.followers(followers.get(0)).isEmpty()
                        && !openings.mates(capture).contains(followers.get(0))
                        && !Objects.equals(followers.get(0).day(), capture.day())
                ? Optional.of(new Pairs(agenda, openings, capture, followers.get(0)))
                : Optional.empty();
    }

    private static boolean isHandover(Stop stop) {
        return stop.visit().kind() == PlanInstance.Kind.HANDOVER;
    }

    /** The best day of the handover for a day of the capture; never the day on which either is now. */
    Optional<Pair> find(String station, LocalDate date) {
        StationDay day = agenda.findDay(station, date);
        if (day == null || day.equals(captureDay) || day.equals(handoverDay)) {
            return Optional.empty();
        }
        return captures.find(day)
                .filter(to -> !to.days().containsKey(handoverDay))
                .flatMap(this::findHandover);
    }

    private Optional<Pair> findHandover(Candidate to) {
        PlanInstance.After link = Objects.requireNonNull(handover.visit().after());
        LocalDate date = to.alternative().slot().date();
        Pair best = null;
        for (StationDay day : agenda.workdays()) {
            long days = ChronoUnit.DAYS.between(date, day.date());
            if (days < Math.max(1, link.minDays() == null ? 0 : link.minDays())
                    || (link.maxDays() != null && days > link.maxDays())
                    || day.equals(handoverDay)
                    || day.equals(captureDay)) {
                continue;
            }
            Pair pair = handoverTo
                    .computeIfAbsent(day, handovers::find)
                    .filter(other -> goTogether(to, other))
                    .map(other -> new Pair(to, other))
                    .orElse(null);
            if (pair != null && (best == null || ScoreDelta.BEST_FIRST.compare(pair.delta(), best.delta()) < 0)) {
                best = pair;
            }
        }
        return Optional.ofNullable(best);
    }

    /** They share no day, and none of those who make room for one hangs together with those of the other. */
    private boolean goTogether(Candidate one, Candidate other) {
        Set<StationDay> days = new HashSet<>(one.days().keySet());
        days.add(captureDay);
        if (!Collections.disjoint(days, other.days().keySet()) || days.contains(handoverDay)) {
            return false;
        }
        List<Stop> first = Stream.concat(Stream.of(capture), movedBy(one)).toList();
        Set<Stop> tied = new HashSet<>();
        first.forEach(stop -> tied.addAll(related(stop)));
        return Collections.disjoint(tied, movedBy(other).toList());
    }

    private Stream<Stop> movedBy(Candidate candidate) {
        return candidate.alternative().others().stream()
                .map(shift -> Objects.requireNonNull(agenda.findStop(shift.visit())));
    }

    private Collection<Stop> related(Stop stop) {
        Set<Stop> all = new HashSet<>(openings.mates(stop));
        all.addAll(openings.followers(stop));
        PlanInstance.After after = stop.visit().after();
        Stop first = after == null ? null : agenda.findStop(after.visit());
        if (first != null) {
            all.add(first);
        }
        return all;
    }

    /** The pair as one alternative of the capture. */
    Alternative alternative(Pair pair) {
        Alternative to = pair.capture().alternative();
        Alternative follows = pair.handover().alternative();
        Shift moved = new Shift(handover.id(), handoverSlot, Optional.of(follows.slot()));
        List<Shift> others =
                Stream.concat(to.others().stream(), follows.others().stream()).toList();
        return new Alternative(to.slot(), pair.delta(), others, Optional.of(moved));
    }

    /** Moves both for good. */
    Plan make(Pair pair, Plan before) {
        captures.make(pair.capture());
        handovers.make(pair.handover());
        return agenda.write(before);
    }
}
