package ro.caravana.planning.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanProblem;
import ro.caravana.planning.PlanProblem.Fault;
import ro.caravana.planning.PlanRule;

/** One check of one plan: puts instance and plan together and asks each group of rules. */
public final class PlanCheck {
    private final PlanInstance instance;
    private final Plan plan;
    private final Findings findings = new Findings();

    private PlanCheck(PlanInstance instance, Plan plan) {
        this.instance = instance;
        this.plan = plan;
    }

    public static CheckReport of(PlanInstance instance, Plan plan) {
        return new PlanCheck(instance, plan).run();
    }

    private CheckReport run() {
        List<Held> all = held();
        Map<String, Held> byVisit = new LinkedHashMap<>();
        for (Held held : all) {
            if (byVisit.putIfAbsent(held.id(), held) != null) {
                findings.broken(PlanRule.HELD_ONCE, held.id(), "The visit stands in the plan more than once.");
            }
        }
        List<Held> once = List.copyOf(byVisit.values());
        once.forEach(held -> new VisitCheck(instance, held, findings).run());
        new DayCheck(instance, all, findings).run();
        new GapCheck(instance, byVisit, findings).run();
        new SpreadCheck(instance, once, findings).run();
        value(byVisit);
        return findings.report();
    }

    private List<Held> held() {
        Map<String, PlanInstance.Visit> visits = new HashMap<>();
        instance.visits().forEach(visit -> visits.put(visit.id(), visit));
        Map<String, PlanInstance.Site> sites = new HashMap<>();
        instance.sites().forEach(site -> sites.put(site.id(), site));
        Map<String, PlanInstance.Station> stations = new HashMap<>();
        instance.stations().forEach(station -> stations.put(station.id(), station));
        List<Held> held = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < plan.visits().size(); i++) {
            Plan.PlannedVisit entry = plan.visits().get(i);
            PlanInstance.Visit visit = visits.get(entry.visit());
            PlanInstance.Station station = stations.get(entry.station());
            PlanInstance.Site site = visit == null ? null : sites.get(visit.site());
            if (visit == null || site == null) {
                faults.add(new Fault("/visits/" + i + "/visit", "names no visit of the instance"));
            } else if (station == null) {
                faults.add(new Fault("/visits/" + i + "/station", "names no station of the instance"));
            } else {
                held.add(new Held(visit, site, station, entry));
            }
        }
        if (!faults.isEmpty()) {
            throw new PlanProblem.InvalidPlan(faults, faults.size());
        }
        return held;
    }

    private void value(Map<String, Held> byVisit) {
        double leftOut = instance.weights().of(PlanRule.REQUIRED_LEFT_OUT);
        for (PlanInstance.Visit visit : instance.visits()) {
            if (byVisit.containsKey(visit.id())) {
                findings.counts(PlanRule.VALUE_SERVED, visit.value());
            } else if (visit.required() || visit.announced()) {
                findings.counts(PlanRule.REQUIRED_LEFT_OUT, -leftOut);
                findings.note(PlanRule.REQUIRED_LEFT_OUT, visit.id(), "The visit is required but not in the plan.");
            }
            if (visit.pinned() != null && !byVisit.containsKey(visit.id())) {
                findings.broken(PlanRule.PINNED, visit.id(), "The visit is agreed but not in the plan.");
            }
        }
    }
}
