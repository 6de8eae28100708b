package ro.caravana.planning.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.FigureSource;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanStatus;

/** Freshly ordered plans. */
public final class Heads {
    public static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");

    private Heads() {}

    public static PlanHead queued(String id, Instant createdAt) {
        return new PlanHead(
                id,
                "Anul 2027",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                PlanStatus.QUEUED,
                createdAt,
                "planner",
                60,
                1,
                0,
                Optional.empty(),
                false,
                Optional.of(DatePreference.ALL),
                new FigureSource(SmallCounty.AS_OF, "sample", true),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** @param kinds of days it was ordered to prefer, where that is known */
    public static PlanHead preferring(String id, Optional<List<DatePreference>> kinds) {
        PlanHead plan = queued(id, NOON);
        return new PlanHead(
                id,
                plan.name(),
                plan.start(),
                plan.end(),
                plan.status(),
                plan.createdAt(),
                plan.createdBy(),
                plan.seconds(),
                plan.seed(),
                0,
                Optional.empty(),
                false,
                kinds,
                plan.figures(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** The same as a copy of another plan under other conditions. */
    public static PlanHead scenario(String id, Instant createdAt) {
        PlanHead plan = queued(id, createdAt);
        return new PlanHead(
                id,
                "Altfel",
                plan.start(),
                plan.end(),
                plan.status(),
                createdAt,
                plan.createdBy(),
                plan.seconds(),
                plan.seed(),
                0,
                Optional.of("base"),
                true,
                plan.prefer(),
                plan.figures(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
