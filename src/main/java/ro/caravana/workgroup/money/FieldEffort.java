package ro.caravana.workgroup.money;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.workgroup.Effort;

/**
 * What the field's reports come to. A station's day lasts from setting off for its first visit to the signature of the last; the drive
 * home after it nobody reports, so its time is missing, though its kilometres are in. A pure function.
 */
final class FieldEffort {
    private static final String HANDOVER = "HANDOVER";

    private FieldEffort() {}

    /** @param regularMinutes of a day */
    static Effort of(Collection<VisitOutcome> outcomes, int regularMinutes) {
        Map<String, List<VisitOutcome>> days = new TreeMap<>();
        outcomes.forEach(outcome -> days.merge(day(outcome), List.of(outcome), FieldEffort::joined));
        return days.values().stream().map(day -> ofDay(day, regularMinutes)).reduce(Effort.NONE, Effort::plus);
    }

    private static String day(VisitOutcome outcome) {
        LocalDate date = outcome.date();
        return date + " " + outcome.station();
    }

    private static List<VisitOutcome> joined(List<VisitOutcome> one, List<VisitOutcome> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Effort ofDay(List<VisitOutcome> day, int regularMinutes) {
        Optional<Long> minutes = minutes(day);
        long out = minutes.orElse(0L);
        return new Effort(
                1,
                minutes.isEmpty() ? 1 : 0,
                day.stream().mapToLong(visit -> visit.counts().metres()).sum(),
                Math.min(out, regularMinutes),
                Math.max(0, out - regularMinutes),
                day.stream()
                        .filter(visit -> !HANDOVER.equals(visit.about().kind()))
                        .mapToLong(visit -> visit.counts().servedPersons())
                        .sum(),
                day.stream().mapToLong(visit -> visit.counts().feesCovered()).sum());
    }

    private static Optional<Long> minutes(List<VisitOutcome> day) {
        List<VisitOutcome> timed =
                day.stream().filter(VisitOutcome::believableTimes).toList();
        Optional<Instant> from = timed.stream()
                .flatMap(visit -> visit.times().started().or(() -> visit.times().arrived()).stream())
                .min(Instant::compareTo);
        Optional<Instant> to = timed.stream()
                .flatMap(visit -> visit.times().finished().stream())
                .max(Instant::compareTo);
        return from.flatMap(start ->
                to.map(end -> Math.max(0, Duration.between(start, end).toMinutes())));
    }
}
