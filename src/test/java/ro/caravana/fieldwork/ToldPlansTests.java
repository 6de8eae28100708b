package ro.caravana.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.caravana.need.Lessons;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.support.Heads;

/** A plan that listened is measured against what it would have expected without. */
class ToldPlansTests {
    private static final Instant NOON = Heads.NOON;
    private static final ExperienceStore.Told HALF =
            new ExperienceStore.Told(NOON, Map.of(new Lessons.Group("CAPTURE", "VENUE"), 0.5));

    @Test
    void aPlanWasToldWhatItAskedForRightBefore() {
        ToldPlans plans = plans(Heads.queued("a", NOON.plusSeconds(3)));
        assertThat(plans.personsFactor("a", "CAPTURE", "VENUE")).isEqualTo(0.5);
        assertThat(plans.personsFactor("a", "HANDOVER", "VENUE")).isEqualTo(0.5);
        assertThat(plans.personsFactor("a", "HOME", "VENUE")).isEqualTo(1);
        assertThat(plans.personsFactor("a", "CAPTURE", "TOWN_HALL")).isEqualTo(1);
    }

    @Test
    void plansBeforeOrLongAfterWereToldNothing() {
        assertThat(plans(Heads.queued("a", NOON.minusSeconds(1))).personsFactor("a", "CAPTURE", "VENUE"))
                .isEqualTo(1);
        assertThat(plans(Heads.queued("a", NOON.plusSeconds(3_600))).personsFactor("a", "CAPTURE", "VENUE"))
                .isEqualTo(1);
        assertThat(plans().personsFactor("gone", "CAPTURE", "VENUE")).isEqualTo(1);
    }

    @Test
    void aChangedCopyWasToldWhatItsBaseWasTold() {
        PlanHead base = Heads.queued("a", NOON);
        PlanHead copy = basedOn(Heads.queued("b", NOON.plusSeconds(86_400)), "a");
        assertThat(plans(base, copy).personsFactor("b", "CAPTURE", "VENUE")).isEqualTo(0.5);
        PlanHead circle = basedOn(Heads.queued("c", NOON.plusSeconds(86_400)), "c");
        assertThat(plans(circle).personsFactor("c", "CAPTURE", "VENUE")).isEqualTo(1);
    }

    private static ToldPlans plans(PlanHead... heads) {
        return new ToldPlans(List.of(heads), List.of(HALF));
    }

    private static PlanHead basedOn(PlanHead head, String base) {
        return new PlanHead(
                head.id(),
                head.name(),
                head.start(),
                head.end(),
                head.status(),
                head.createdAt(),
                head.createdBy(),
                head.seconds(),
                head.seed(),
                head.elapsedSeconds(),
                Optional.of(base),
                false,
                head.prefer(),
                head.figures(),
                head.summary(),
                head.failure(),
                head.revision());
    }
}
