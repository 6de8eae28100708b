package ro.caravana.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import ro.caravana.statistics.CaseCategory;

/**
 * How a visit ended, by what its team reported and, where reports contradicted each other, a planner decided. Raw.
 *
 * @param about which visit, where, how many were expected
 * @param date the day it was held
 * @param believableTimes false where the phone's clock was wrong in a way nobody can mend: count with these times nowhere
 * @param disputed two phones reported it and nobody has decided yet; the counts are those of the first report that came
 */
public record VisitOutcome(
        ReportedVisit about, LocalDate date, Times times, boolean believableTimes, Counts counts, boolean disputed) {
    public String visit() {
        return about.visit();
    }

    public String plan() {
        return about.plan();
    }

    /** Of the locality. */
    public int siruta() {
        return about.siruta();
    }

    public int uatSiruta() {
        return about.uatSiruta();
    }

    public String station() {
        return about.station();
    }

    public Optional<Instant> startedAt() {
        return times.started();
    }

    public Optional<Instant> finishedAt() {
        return times.finished();
    }

    /** Persons served, by the case they came for. */
    public Map<CaseCategory, Integer> persons() {
        return counts.served();
    }

    public Map<SentBackReason, Integer> sentBack() {
        return counts.sentBack();
    }

    public double kilometres() {
        return counts.metres() / 1000.0;
    }

    /** Expected and not come; 0 where more came than expected. */
    public int noShows() {
        return Math.max(0, about.expected() - counts.came());
    }

    /** At the place, from arrival to signature; empty where the times are missing or not to be believed. */
    public Optional<Duration> atThePlace() {
        return believableTimes ? between(times.arrived(), times.finished()) : Optional.empty();
    }

    /** From setting off to signature; the same. */
    public Optional<Duration> underWay() {
        return believableTimes ? between(times.started(), times.finished()) : Optional.empty();
    }

    private static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.map(end -> Duration.between(start, end)));
    }
}
