package ro.caravana.planning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanPrices;
import ro.caravana.planning.PlanSummary;

/** The prices of a plan's rules as HTTP answers them, to planners: figures of persons are raw. */
final class PriceWire {
    private static final String NONE = "none";

    private PriceWire() {}

    /**
     * @param status {@code none} where nobody has asked yet, else as a plan's
     * @param seconds each rule is given
     * @param outdated whether the plan has changed since
     * @param done of {@code prices}, how many are over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Prices(
            String plan,
            String status,
            @Nullable Integer seconds,
            @Nullable Long seed,
            boolean outdated,
            int done,
            List<Price> prices) {}

    /**
     * @param rule that was relaxed; {@code same-rules} for the solve that keeps all
     * @param detail a date or number, where the change depends on the plan
     * @param brings against {@code same-rules}, which itself stands against the plan; absent until both have been found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Price(
            String rule,
            @Nullable String detail,
            String status,
            double elapsedSeconds,
            @Nullable Difference brings) {}

    /** More is positive, also of what costs. */
    record Difference(
            long value,
            long persons,
            int visits,
            int requiredLeftOut,
            int uatsVisited,
            long metres,
            long drivingSeconds,
            int stationDays) {
        static Difference between(PlanSummary before, PlanSummary after) {
            return new Difference(
                    after.value() - before.value(),
                    after.persons() - before.persons(),
                    after.visits() - before.visits(),
                    after.requiredLeftOut() - before.requiredLeftOut(),
                    after.uatsVisited() - before.uatsVisited(),
                    after.metres() - before.metres(),
                    after.drivingSeconds() - before.drivingSeconds(),
                    after.stationDays() - before.stationDays());
        }
    }

    static Prices of(PlanPrices prices) {
        PlanHead first =
                prices.variants().isEmpty() ? null : prices.variants().get(0).head();
        return new Prices(
                prices.plan().id(),
                prices.status().map(status -> status.wire()).orElse(NONE),
                first == null ? null : first.seconds(),
                first == null ? null : first.seed(),
                prices.isOutdated(),
                prices.done(),
                prices.variants().stream()
                        .map(variant -> price(prices, variant))
                        .toList());
    }

    private static Price price(PlanPrices prices, PlanPrices.Variant variant) {
        PlanSummary found = variant.head().summary().orElse(null);
        PlanSummary against =
                (variant.rule().equals(PlanPrices.CONTROL) ? prices.plan().summary() : prices.control()).orElse(null);
        return new Price(
                variant.rule(),
                variant.detail().orElse(null),
                variant.head().status().wire(),
                variant.head().elapsedSeconds(),
                found == null || against == null ? null : Difference.between(against, found));
    }

    static boolean isOver(Prices prices) {
        return !prices.status().equals("queued") && !prices.status().equals("solving");
    }
}
