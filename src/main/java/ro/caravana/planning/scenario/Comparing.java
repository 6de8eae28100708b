package ro.caravana.planning.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ro.caravana.need.Need;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanComparison;
import ro.caravana.planning.PlanComparison.Pair;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.derive.WaitLimit;
import ro.caravana.planning.jobs.PlanLibrary.Solved;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/** Lays two plans side by side. A visit's persons are split among the categories as its locality's need is today. */
final class Comparing {
    private static final Pair NOTHING = new Pair(0, 0);

    private final Territory territory;
    private final Map<Integer, Map<CaseCategory, Double>> needs = new HashMap<>();
    private final Map<CaseCategory, Pair> persons = new EnumMap<>(CaseCategory.class);
    private final Map<Integer, Pair> personsByUat = new HashMap<>();
    private final Map<Integer, Pair> visitsByUat = new HashMap<>();

    Comparing(Territory territory, List<Need> all) {
        this.territory = territory;
        for (Need need : all) {
            if (need.level() == Level.LOCALITY) {
                needs.computeIfAbsent(need.siruta(), key -> new EnumMap<>(CaseCategory.class))
                        .merge(need.category(), need.mean(), Double::sum);
            }
        }
    }

    PlanComparison compare(Solved first, Solved second) {
        count(first, new Pair(1, 0));
        count(second, new Pair(0, 1));
        Map<String, Plan.PlannedVisit> one = byId(first.plan());
        Map<String, Plan.PlannedVisit> other = byId(second.plan());
        Set<String> both = new HashSet<>(one.keySet());
        both.retainAll(other.keySet());
        int same = (int)
                both.stream().filter(id -> sameDay(one.get(id), other.get(id))).count();
        return new PlanComparison(
                first.head(),
                second.head(),
                conditions(first.instance(), second.instance()),
                byCategory(),
                byUat(),
                same,
                both.size() - same,
                one.size() - both.size(),
                other.size() - both.size());
    }

    private static PlanComparison.Conditions conditions(PlanInstance first, PlanInstance second) {
        return new PlanComparison.Conditions(
                new Pair(first.stations().size(), second.stations().size()),
                new Pair(workingDays(first), workingDays(second)),
                new Pair(capacity(first), capacity(second)),
                new Pair(waitMonths(first), waitMonths(second)),
                new Pair(preferring(first), preferring(second)));
    }

    private static int waitMonths(PlanInstance instance) {
        return WaitLimit.monthsOf(instance).orElse(0);
    }

    private static long preferring(PlanInstance instance) {
        return instance.visits().stream()
                .filter(visit -> !visit.preferredDates().isEmpty())
                .count();
    }

    private static long workingDays(PlanInstance instance) {
        Set<LocalDate> holidays = new HashSet<>(instance.closedDates());
        return instance.stations().stream()
                .mapToLong(station -> {
                    Set<LocalDate> closed = new HashSet<>(station.closedDates());
                    closed.addAll(holidays);
                    return instance.horizon()
                            .start()
                            .datesUntil(instance.horizon().end().plusDays(1))
                            .filter(date -> !closed.contains(date))
                            .count();
                })
                .sum();
    }

    private static int capacity(PlanInstance instance) {
        return instance.stations().stream()
                .mapToInt(station -> Objects.requireNonNullElse(station.capacityPersons(), 0))
                .max()
                .orElse(0);
    }

    private static Map<String, Plan.PlannedVisit> byId(Plan plan) {
        Map<String, Plan.PlannedVisit> visits = new HashMap<>();
        plan.visits().forEach(visit -> visits.put(visit.visit(), visit));
        return visits;
    }

    private static boolean sameDay(
            Plan.@org.jspecify.annotations.Nullable PlannedVisit one,
            Plan.@org.jspecify.annotations.Nullable PlannedVisit other) {
        return one != null
                && other != null
                && one.date().equals(other.date())
                && one.station().equals(other.station());
    }

    private void count(Solved solved, Pair side) {
        Map<String, Integer> places = new HashMap<>();
        solved.instance().sites().forEach(site -> places.put(site.id(), Objects.requireNonNullElse(site.siruta(), 0)));
        Map<String, PlanInstance.Visit> visits = new HashMap<>();
        solved.instance().visits().forEach(visit -> visits.put(visit.id(), visit));
        for (Plan.PlannedVisit planned : solved.plan().visits()) {
            PlanInstance.Visit visit = visits.get(planned.visit());
            if (visit != null) {
                count(visit, places.getOrDefault(visit.site(), 0), side);
            }
        }
    }

    private void count(PlanInstance.Visit visit, int siruta, Pair side) {
        int uat = territory.findLocality(siruta).map(Locality::uatSiruta).orElse(0);
        visitsByUat.merge(uat, side, Pair::plus);
        if (visit.kind() == PlanInstance.Kind.HANDOVER) {
            return;
        }
        personsByUat.merge(uat, times(side, visit.persons()), Pair::plus);
        shares(visit.kind(), siruta)
                .forEach(
                        (category, share) -> persons.merge(category, times(side, visit.persons() * share), Pair::plus));
    }

    private static Pair times(Pair side, double factor) {
        return new Pair(side.first() * factor, side.second() * factor);
    }

    private Map<CaseCategory, Double> shares(PlanInstance.Kind kind, int siruta) {
        if (kind == PlanInstance.Kind.HOME) {
            return Map.of(CaseCategory.NON_TRANSPORTABLE, 1.0);
        }
        Map<CaseCategory, Double> atStation = new EnumMap<>(CaseCategory.class);
        atStation.putAll(needs.getOrDefault(siruta, Map.of()));
        atStation.remove(CaseCategory.NON_TRANSPORTABLE);
        double sum =
                atStation.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum <= 0) {
            return Map.of(CaseCategory.EXPIRED_ID, 1.0); // nobody is known there: the commonest case
        }
        atStation.replaceAll((category, mean) -> mean / sum);
        return atStation;
    }

    private Map<String, Pair> byCategory() {
        Map<String, Pair> named = new LinkedHashMap<>();
        for (CaseCategory category : CaseCategory.values()) {
            named.put(category.name(), persons.getOrDefault(category, NOTHING));
        }
        return named;
    }

    private List<PlanComparison.UatPair> byUat() {
        List<PlanComparison.UatPair> rows = new ArrayList<>();
        for (Uat uat : territory.listUats()) {
            if (visitsByUat.containsKey(uat.siruta())) {
                rows.add(new PlanComparison.UatPair(
                        uat.siruta(),
                        uat.name(),
                        personsByUat.getOrDefault(uat.siruta(), NOTHING),
                        visitsByUat.getOrDefault(uat.siruta(), NOTHING)));
            }
        }
        return rows;
    }
}
