package ro.caravana.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What each rule of a plan costs, found by solving the plan again without it: from the same plan, with the same seed, for the same
 * seconds. The first variant keeps all rules; what it gains is owed to the search, and what another gains beyond it, to its rule.
 *
 * @param plan whose rules are priced, as it stands now
 * @param variants in the order in which they are solved; none where nobody has asked yet
 * @param askedRevision of the plan when it was asked
 */
public record PlanPrices(PlanHead plan, List<Variant> variants, long askedRevision) {
    /** The rule of the variant that keeps all rules. */
    public static final String CONTROL = "same-rules";

    public PlanPrices {
        variants = variants.stream()
                .sorted(Comparator.comparingInt(Variant::place))
                .toList();
    }

    /**
     * The plan under one relaxed rule.
     *
     * @param rule stable code of what was relaxed
     * @param detail a date or number that says by how much, where that depends on the plan
     * @param head of the solve
     */
    public record Variant(String rule, int place, Optional<String> detail, PlanHead head) {}

    /** Where the whole stands; empty where nobody has asked. */
    public Optional<PlanStatus> status() {
        if (variants.isEmpty()) {
            return Optional.empty();
        }
        if (any(PlanStatus.SOLVING::equals)) {
            return Optional.of(PlanStatus.SOLVING);
        }
        boolean begun = any(PlanStatus::isOver);
        if (!variants.stream().allMatch(variant -> variant.head().status().isOver())) {
            return Optional.of(begun ? PlanStatus.SOLVING : PlanStatus.QUEUED);
        }
        return Optional.of(
                any(PlanStatus.CANCELLED::equals)
                        ? PlanStatus.CANCELLED
                        : any(PlanStatus.FINISHED::equals) ? PlanStatus.FINISHED : PlanStatus.FAILED);
    }

    private boolean any(Predicate<PlanStatus> wanted) {
        return variants.stream().map(variant -> variant.head().status()).anyMatch(wanted);
    }

    /** How many are solved. */
    public int done() {
        return (int) variants.stream()
                .filter(variant -> variant.head().status().isOver())
                .count();
    }

    /** The plan has changed since. */
    public boolean isOutdated() {
        return !variants.isEmpty() && plan.revision() != askedRevision;
    }

    /** What the same seconds bring with all rules kept; absent until there is a first plan. */
    public Optional<PlanSummary> control() {
        return variants.stream()
                .filter(variant -> variant.rule().equals(CONTROL))
                .findFirst()
                .flatMap(variant -> variant.head().summary());
    }
}
