package ro.caravana.planning.derive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ro.caravana.planning.PlanInstance;

/** On which days a visit could be held, if it were the only one: some station works, its site is open, its own limits allow it. */
public final class PossibleDates {
    private final PlanInstance instance;
    private final List<LocalDate> working;
    private final Map<String, PlanInstance.Site> sites = new HashMap<>();
    private final Map<String, List<LocalDate>> bySite = new HashMap<>();

    public PossibleDates(PlanInstance instance) {
        this.instance = instance;
        instance.sites().forEach(site -> sites.put(site.id(), site));
        Set<LocalDate> holidays = new HashSet<>(instance.closedDates());
        List<Set<LocalDate>> off = instance.stations().stream()
                .<Set<LocalDate>>map(station -> new HashSet<>(station.closedDates()))
                .toList();
        working = instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .filter(date -> !holidays.contains(date))
                .filter(date -> off.stream().anyMatch(closed -> !closed.contains(date)))
                .toList();
    }

    /** Ascending. */
    public List<LocalDate> of(PlanInstance.Visit visit) {
        boolean exempt = visit.announced() || visit.pinned() != null;
        LocalDate noticed = instance.horizon().start().plusDays(exempt ? 0 : instance.noticeDays());
        return bySite.computeIfAbsent(visit.site(), id -> of(Objects.requireNonNull(sites.get(id)))).stream()
                .filter(date -> !date.isBefore(noticed))
                .filter(date -> visit.earliest() == null || !date.isBefore(Objects.requireNonNull(visit.earliest())))
                .filter(date -> visit.latest() == null || !date.isAfter(Objects.requireNonNull(visit.latest())))
                .toList();
    }

    private List<LocalDate> of(PlanInstance.Site site) {
        Set<LocalDate> closed = new HashSet<>(site.closedDates());
        return working.stream()
                .filter(date -> !closed.contains(date))
                .filter(date ->
                        site.windows().isEmpty() || site.windows().stream().anyMatch(window -> window.isOn(date)))
                .toList();
    }
}
