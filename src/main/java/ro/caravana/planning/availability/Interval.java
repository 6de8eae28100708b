package ro.caravana.planning.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a day in seconds, its end excluded. */
record Interval(int from, int to) {
    private static final Comparator<Interval> BY_START = Comparator.comparingInt(Interval::from);

    boolean holds(int start, int end) {
        return from <= start && end <= to;
    }

    /** Sorted, with those that touch or overlap made one: a service may run from one into the other. */
    static List<Interval> union(List<Interval> parts) {
        List<Interval> joined = new ArrayList<>();
        for (Interval part : parts.stream().sorted(BY_START).toList()) {
            Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && part.from <= last.to) {
                joined.set(joined.size() - 1, new Interval(last.from, Math.max(last.to, part.to)));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    /** What both leave; nothing of no length. */
    static List<Interval> intersection(List<Interval> some, List<Interval> others) {
        List<Interval> common = new ArrayList<>();
        for (Interval one : some) {
            for (Interval other : others) {
                int from = Math.max(one.from, other.from);
                int to = Math.min(one.to, other.to);
                if (from < to) {
                    common.add(new Interval(from, to));
                }
            }
        }
        return common;
    }
}
