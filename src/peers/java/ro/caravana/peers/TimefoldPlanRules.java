package ro.caravana.peers;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;

/** The rules of a day and between days first, then the value of what is held, then driving and days out. */
public class TimefoldPlanRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            times(factory),
            capacity(factory),
            series(factory),
            succession(factory),
            orphan(factory),
            value(factory),
            cost(factory)
        };
    }

    private static UniConstraintStream<TimefoldPlanVisit> held(ConstraintFactory factory) {
        return factory.forEach(TimefoldPlanVisit.class).filter(TimefoldPlanVisit::isHeld);
    }

    private static Constraint times(ConstraintFactory factory) {
        return factory.forEach(TimefoldPlanDay.class)
                .filter(day -> day.late() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, TimefoldPlanDay::late)
                .asConstraint("hours");
    }

    private static Constraint capacity(ConstraintFactory factory) {
        return factory.forEach(TimefoldPlanDay.class)
                .filter(day -> day.overload() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, TimefoldPlanDay::overload)
                .asConstraint("capacity");
    }

    private static Constraint series(ConstraintFactory factory) {
        return held(factory)
                .filter(visit -> !visit.series().isEmpty())
                .join(
                        held(factory).filter(visit -> !visit.series().isEmpty()),
                        Joiners.equal(TimefoldPlanVisit::series),
                        Joiners.lessThan(visit -> visit.visit().number()))
                .filter((one, other) -> one.tooNear(other) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, TimefoldPlanVisit::tooNear)
                .asConstraint("series gap");
    }

    private static Constraint succession(ConstraintFactory factory) {
        return held(factory)
                .filter(visit -> visit.after() != null)
                .join(held(factory), Joiners.equal(TimefoldPlanVisit::first, TimefoldPlanVisit::id))
                .filter((visit, first) -> visit.offFrom(first) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, TimefoldPlanVisit::offFrom)
                .asConstraint("days after");
    }

    private static Constraint orphan(ConstraintFactory factory) {
        return held(factory)
                .filter(visit -> visit.after() != null)
                .ifNotExists(held(factory), Joiners.equal(TimefoldPlanVisit::first, TimefoldPlanVisit::id))
                .penalize(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint("follows nobody");
    }

    private static Constraint value(ConstraintFactory factory) {
        return held(factory)
                .rewardLong(HardMediumSoftLongScore.ONE_MEDIUM, TimefoldPlanVisit::worth)
                .asConstraint("value");
    }

    private static Constraint cost(ConstraintFactory factory) {
        return factory.forEach(TimefoldPlanDay.class)
                .filter(day -> !day.getVisits().isEmpty())
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, TimefoldPlanDay::cost)
                .asConstraint("cost");
    }
}
