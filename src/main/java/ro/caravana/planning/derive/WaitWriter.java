package ro.caravana.planning.derive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanInstance.Visit;

/** Writes what UATs are owed into the visits of a problem; see {@link WaitLimit}. Not thread-safe. */
final class WaitWriter {
    private static final int SHORT_STAY_SECONDS = 3_600;

    private final PlanInstance instance;
    private final Map<Integer, List<Visit>> captures;
    private final Map<String, Visit> changed = new HashMap<>();
    private final Map<String, List<Visit>> added = new LinkedHashMap<>(); // after the visit of this id
    private final Set<String> ids;

    WaitWriter(PlanInstance instance, Map<String, Integer> uatOfSite) {
        this.instance = instance;
        this.captures = instance.visits().stream()
                .filter(visit -> visit.kind() == PlanInstance.Kind.CAPTURE && uatOfSite.containsKey(visit.site()))
                .collect(Collectors.groupingBy(visit -> uatOfSite.getOrDefault(visit.site(), 0)));
        this.ids = new HashSet<>(instance.visits().stream().map(Visit::id).toList());
    }

    void write(int uat, WaitLimit.Owed owed) {
        if (owed.visits() == 0) {
            return;
        }
        List<Visit> members = members(captures.getOrDefault(uat, List.of()));
        PlanInstance.Series series = series(members.get(0), owed.gapDays());
        List<Visit> more = new ArrayList<>();
        for (int number = 0; number < Math.max(members.size(), owed.visits()); number++) {
            boolean isNew = number >= members.size();
            Visit before = isNew ? shortVisit(members.get(0)) : members.get(number);
            Visit after = limited(before, series, number, owed);
            if (isNew) {
                more.add(after);
            } else {
                changed.put(after.id(), after);
            }
        }
        added.put(members.get(members.size() - 1).id(), more);
    }

    /** Captures at the place that the UAT was promised or, where nothing was, where most are expected; required ones first. */
    private static List<Visit> members(List<Visit> captures) {
        Map<String, Integer> persons = new LinkedHashMap<>();
        captures.forEach(visit -> persons.merge(visit.site(), visit.persons(), Integer::sum));
        String place = captures.stream()
                .filter(Visit::required)
                .map(Visit::site)
                .findFirst()
                .orElseGet(() -> persons.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElseThrow());
        return captures.stream()
                .filter(visit -> visit.site().equals(place))
                .sorted(Comparator.comparing(visit -> !visit.required()))
                .toList();
    }

    private static PlanInstance.Series series(Visit member, int gapDays) {
        PlanInstance.Series own = member.series();
        String id = own == null ? "q-" + member.site() : own.id();
        Integer least = own == null ? null : own.minGapDays();
        return new PlanInstance.Series(id, least == null ? null : Math.min(least, gapDays), gapDays);
    }

    /** Who wanted to come has his place in the other visits. */
    private Visit shortVisit(Visit like) {
        int number = 1;
        while (!ids.add(like.id() + "-w" + number)) {
            number++;
        }
        return new Visit(
                like.id() + "-w" + number,
                like.site(),
                like.kind(),
                1,
                1,
                Math.min(SHORT_STAY_SECONDS, like.serviceSeconds()),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false);
    }

    private static Visit limited(Visit visit, PlanInstance.Series series, int number, WaitLimit.Owed owed) {
        boolean isOwed = number < owed.visits();
        boolean bound = isOwed && visit.pinned() == null; // an agreed day stays
        LocalDate latest = bound && number == 0
                ? earlier(visit.latest(), owed.latestFirst().orElse(null))
                : visit.latest();
        LocalDate earliest = bound && number == owed.visits() - 1
                ? later(visit.earliest(), owed.earliestLast().orElse(null))
                : visit.earliest();
        boolean crossed = earliest != null && latest != null && latest.isBefore(earliest);
        return visit.withRequired(visit.required() || isOwed)
                .between(crossed ? visit.earliest() : earliest, crossed ? visit.latest() : latest)
                .withSeries(series);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    PlanInstance result() {
        List<Visit> visits = new ArrayList<>();
        for (Visit visit : instance.visits()) {
            visits.add(Optional.ofNullable(changed.get(visit.id())).orElse(visit));
            visits.addAll(added.getOrDefault(visit.id(), List.of()));
        }
        return instance.withVisits(visits);
    }
}
