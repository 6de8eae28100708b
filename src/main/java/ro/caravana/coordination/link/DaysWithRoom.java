package ro.caravana.coordination.link;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.planning.Station;
import ro.caravana.planning.Stations;

/**
 * The working days of the visit's station nearest to its date on which its round leaves room for one more stop at the end. Cautious: the way to
 * that stop and the way home are each taken as long as most of the county's roads are. Thread-safe.
 */
@Component
class DaysWithRoom {
    private static final int MOST = 3;
    private static final int DAYS_BEFORE = 21;
    private static final int DAYS_AFTER = 60;

    /** Seconds; most of the county lies within an hour of its base. */
    private static final int WAY_BETWEEN = 2_700;

    private static final int WAY_HOME = 3_600;

    private final Stations stations;
    private final Appointments appointments;
    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("ro"));

    DaysWithRoom(Stations stations, Appointments appointments) {
        this.stations = stations;
        this.appointments = appointments;
    }

    /** The nearest first; may be empty. As for {@link OtherDates#find}. */
    List<Slot> find(Appointment visit, LocalDate from, List<Slot> held) {
        Optional<Station> known = stations.listStations().stream()
                .filter(station -> station.id().equals(visit.station()))
                .findFirst();
        return known.map(station -> find(station, visit, from, held)).orElse(List.of());
    }

    private List<Slot> find(Station station, Appointment visit, LocalDate from, List<Slot> held) {
        LocalDate before = visit.date().minusDays(DAYS_BEFORE);
        LocalDate first = before.isAfter(from) ? before : from;
        LocalDate last = visit.date().plusDays(DAYS_AFTER);
        if (first.isAfter(last)) {
            return List.of();
        }
        Set<LocalDate> closed =
                holidays.getHolidays(first, last).stream().map(Holiday::getDate).collect(Collectors.toSet());
        Map<LocalDate, Integer> busyUntil = busyUntil(station, visit, first, last, held);
        List<Slot> found = new ArrayList<>();
        for (LocalDate day : nearestFirst(visit.date(), first, last)) {
            boolean works = station.weekdays().contains(day.getDayOfWeek()) && !closed.contains(day);
            if (works && !day.equals(visit.date())) {
                int free = busyUntil.getOrDefault(day, station.workdayStart());
                room(station, visit, day, free).ifPresent(found::add);
            }
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static List<LocalDate> nearestFirst(LocalDate date, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .sorted(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(date, day))))
                .toList();
    }

    /** When the last thing of a day ends, done or promised; seconds of the day. */
    private Map<LocalDate, Integer> busyUntil(
            Station station, Appointment visit, LocalDate first, LocalDate last, List<Slot> held) {
        Map<LocalDate, Integer> until = new HashMap<>();
        for (Appointment other : appointments.listOut(station.id(), first, last)) {
            if (!other.id().equals(visit.id())) {
                until.merge(other.date(), other.end(), Math::max);
            }
        }
        held.forEach(slot -> until.merge(slot.date(), slot.end(), Math::max));
        return until;
    }

    private static Optional<Slot> room(Station station, Appointment visit, LocalDate day, int free) {
        int start = roundedUp(free + WAY_BETWEEN);
        int end = start + visit.end() - visit.start();
        return end + WAY_HOME <= station.workdayEnd()
                ? Optional.of(new Slot(station.id(), day, start, end))
                : Optional.empty();
    }

    /** To the next quarter of an hour: what one writes on a notice. */
    private static int roundedUp(int second) {
        return (second + 899) / 900 * 900;
    }
}
