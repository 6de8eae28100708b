package ro.caravana.peers;

import java.util.ArrayList;
import java.util.List;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/**
 * A day's visits in their order, in time: each as early as it can be; then, without coming home later, each as late as it can be, so
 * that a station waits at its base and not on the way.
 */
final class PeerRound {
    private final PeerYear year;
    private final PeerDay day;
    private final List<PeerVisit> order;
    private final int[] starts;
    private long late;

    PeerRound(PeerYear year, PeerDay day, List<PeerVisit> order) {
        this.year = year;
        this.day = day;
        this.order = order;
        this.starts = new int[order.size()];
        if (!order.isEmpty()) {
            early();
            late += overtime();
        }
    }

    /** Seconds by which it breaks hours, working day and longest time away; 0 where it keeps them all. */
    long late() {
        return late;
    }

    long cost() {
        if (order.isEmpty()) {
            return 0;
        }
        long sum = year.dayCost();
        int at = day.base();
        for (PeerVisit visit : order) {
            sum += year.cost(day.station(), at, visit.row());
            at = visit.row();
        }
        return sum + year.cost(day.station(), at, day.base());
    }

    List<Plan.PlannedVisit> times() {
        List<Plan.PlannedVisit> times = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            PeerVisit visit = order.get(i);
            int arrival = i == 0
                    ? starts[0]
                    : end(i - 1) + year.drive(order.get(i - 1).row(), visit.row());
            times.add(new Plan.PlannedVisit(visit.id(), day.station().id(), day.date(), arrival, starts[i], end(i)));
        }
        return times;
    }

    private int end(int i) {
        return starts[i] + order.get(i).visit().serviceSeconds();
    }

    private void early() {
        int at = day.base();
        int free = day.station().workday().start();
        for (int i = 0; i < starts.length; i++) {
            PeerVisit visit = order.get(i);
            PeerHours hours = visit.hours()[day.number()];
            int arrival = free + year.drive(at, visit.row());
            starts[i] = hours == null ? arrival : Math.max(arrival, hours.from());
            late += hours == null ? visit.visit().serviceSeconds() + 1 : Math.max(0, end(i) - hours.to());
            free = end(i);
            at = visit.row();
        }
    }

    private long overtime() {
        int last = starts.length - 1;
        int back = end(last) + year.drive(order.get(last).row(), day.base());
        for (int i = last - 1; late == 0 && i >= 0; i--) {
            PeerVisit visit = order.get(i);
            int leave = starts[i + 1] - year.drive(visit.row(), order.get(i + 1).row());
            starts[i] = Math.min(leave, visit.hours()[day.number()].to())
                    - visit.visit().serviceSeconds();
        }
        int left = starts[0] - year.drive(day.base(), order.get(0).row());
        PlanInstance.Station station = day.station();
        int longest = station.maxSeconds() == null ? Integer.MAX_VALUE : station.maxSeconds();
        return Math.max(0, back - station.workday().end()) + (long) Math.max(0, back - left - longest);
    }
}
