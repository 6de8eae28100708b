package ro.caravana.disclosure;

import java.util.Collection;
import java.util.List;

/**
 * The parts of a total that stay hidden, because each is under the threshold. Raw: for the gate only, never for an answer.
 *
 * @param count how many there are
 * @param persons what subtracting everything shown from the total would leave of them
 */
public record SmallParts(int count, long persons) {
    /** Of one total whose parts are shown beside it. */
    public static SmallParts of(Collection<Integer> parts, int threshold) {
        List<Integer> small =
                parts.stream().filter(persons -> persons < threshold).toList();
        return new SmallParts(
                small.size(), small.stream().mapToLong(Integer::longValue).sum());
    }

    /**
     * Of a total over groups that have totals of their own: those of a year over its days. Where a group's total is shown, its parts are
     * accounted for; subtracted from the whole it leaves the parts of the groups whose total is hidden.
     */
    public static SmallParts ofGroups(Collection<SmallParts> groups, int threshold) {
        List<SmallParts> open =
                groups.stream().filter(group -> group.giveAway(threshold)).toList();
        int count = groups.stream().mapToInt(SmallParts::count).sum();
        return new SmallParts(count, sum(open.isEmpty() ? groups : open));
    }

    private static long sum(Collection<SmallParts> groups) {
        return groups.stream().mapToLong(SmallParts::persons).sum();
    }

    /** Whether a total shown beside the other parts would tell one hidden part, or that several together are under the threshold. */
    boolean giveAway(int threshold) {
        return count == 1 || (count > 1 && persons < threshold);
    }
}
