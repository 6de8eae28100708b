package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ro.caravana.planning.PlanInstance;

/** When a site is open. */
final class SiteHours {
    private static final int DAY_SECONDS = 86_400;

    private final List<PlanInstance.Window> windows;
    private final Set<LocalDate> closed;

    SiteHours(PlanInstance.Site site) {
        windows = site.windows();
        closed = new HashSet<>(site.closedDates());
    }

    boolean closedOn(LocalDate date) {
        return closed.contains(date);
    }

    /** Whether a service from one second of the day to another can be held. */
    boolean hold(LocalDate date, int start, int end) {
        return !closedOn(date) && on(date).stream().anyMatch(window -> window[0] <= start && end <= window[1]);
    }

    /** Opening windows of a day as pairs of seconds. */
    List<int[]> on(LocalDate date) {
        if (windows.isEmpty()) {
            return List.of(new int[] {0, DAY_SECONDS});
        }
        List<int[]> open = new ArrayList<>();
        String weekday = date.getDayOfWeek().name().substring(0, 3);
        for (PlanInstance.Window window : windows) {
            boolean everyDay = window.days().isEmpty() && window.dates().isEmpty();
            if (everyDay || window.days().contains(weekday) || window.dates().contains(date)) {
                open.add(new int[] {
                    window.from() == null ? 0 : window.from(), window.to() == null ? DAY_SECONDS : window.to()
                });
            }
        }
        return open;
    }
}
