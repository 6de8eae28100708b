package ro.caravana.planning.availability;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.PlanInstance.Window;

/** Hours by weekday. Immutable; a weekday without hours is missing. */
record WeekHours(Map<DayOfWeek, List<Interval>> days) {
    private static final int LETTERS = 3;
    private static final int MIDNIGHT = 86_400;

    static WeekHours of(List<When.Weekly> patterns) {
        Map<DayOfWeek, List<Interval>> parts = new EnumMap<>(DayOfWeek.class);
        for (When.Weekly pattern : patterns) {
            pattern.weekdays()
                    .forEach(day -> parts.computeIfAbsent(day, key -> new ArrayList<>())
                            .add(new Interval(pattern.from(), pattern.to())));
        }
        parts.replaceAll((day, intervals) -> Interval.union(intervals));
        return new WeekHours(parts);
    }

    /** @param windows without dates of their own */
    static WeekHours ofWindows(List<Window> windows) {
        Map<DayOfWeek, List<Interval>> parts = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Interval> open = windows.stream()
                    .filter(window -> window.days().isEmpty() || window.days().contains(wire(day)))
                    .map(window -> new Interval(
                            window.from() == null ? 0 : window.from(), window.to() == null ? MIDNIGHT : window.to()))
                    .toList();
            if (!open.isEmpty()) {
                parts.put(day, open);
            }
        }
        return new WeekHours(parts);
    }

    WeekHours and(WeekHours other) {
        Map<DayOfWeek, List<Interval>> common = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, intervals) -> {
            List<Interval> both = Interval.intersection(intervals, other.on(day));
            if (!both.isEmpty()) {
                common.put(day, both);
            }
        });
        return new WeekHours(common);
    }

    List<Interval> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** Days of the same hours in one window, in the order of the week. */
    List<Window> windows() {
        Map<Interval, List<String>> byHours = new LinkedHashMap<>();
        days.forEach((day, intervals) -> intervals.forEach(interval ->
                byHours.computeIfAbsent(interval, key -> new ArrayList<>()).add(wire(day))));
        return byHours.entrySet().stream()
                .map(entry -> new Window(
                        entry.getValue(),
                        List.of(),
                        entry.getKey().from(),
                        entry.getKey().to()))
                .toList();
    }

    private static String wire(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }
}
