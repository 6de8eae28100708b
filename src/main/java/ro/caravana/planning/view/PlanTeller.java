package ro.caravana.planning.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.caravana.disclosure.SmallParts;
import ro.caravana.geo.Position;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDiff;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.UnservedVisit;
import ro.caravana.planning.derive.WaitLimit;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * Tells a plan of one instance in places and names. Immutable, thread-safe.
 *
 * <p>Names are today's: a place that the territory no longer knows keeps its SIRUTA code for a name.
 */
public final class PlanTeller {
    private final PlanInstance instance;
    private final InstanceIndex index;
    private final Territory territory;

    public PlanTeller(PlanInstance instance, Territory territory) {
        this.instance = instance;
        this.index = new InstanceIndex(instance);
        this.territory = territory;
    }

    /** The whole plan. */
    public PlanView tell(PlanHead head, Plan plan) {
        List<StationDay> days =
                Tour.listTours(index, plan).stream().map(this::day).toList();
        List<UnservedVisit> unserved =
                plan.unserved().stream().map(this::unserved).toList();
        return new PlanView(head, plan.score(), days, unserved, WaitLimit.monthsOf(instance));
    }

    /**
     * @param hardViolations broken hard rules as the independent checker counts them
     * @param threshold visits with fewer persons are hidden from most readers
     */
    public PlanSummary summarise(Plan plan, long hardViolations, int threshold) {
        List<Tour> tours = Tour.listTours(index, plan);
        List<PlanInstance.Visit> served = plan.visits().stream()
                .map(planned -> index.visit(planned.visit()))
                .toList();
        SmallParts small = SmallParts.ofGroups(
                tours.stream().map(tour -> small(tour, threshold)).toList(), threshold);
        return new PlanSummary(
                value(served),
                value(instance.visits()),
                persons(served),
                served.size(),
                requiredLeftOut(served),
                (int) served.stream()
                        .flatMap(visit -> uatOf(visit).stream())
                        .distinct()
                        .count(),
                territory.listUats().size(),
                tours.stream().mapToLong(Tour::metres).sum(),
                tours.stream().mapToLong(Tour::drivingSeconds).sum(),
                tours.size(),
                hardViolations,
                instance.visits().size() - served.size(),
                small.count(),
                small.persons());
    }

    private static SmallParts small(Tour tour, int threshold) {
        return SmallParts.of(
                tour.stops().stream().map(stop -> stop.visit().persons()).toList(), threshold);
    }

    private static long value(List<PlanInstance.Visit> visits) {
        return Math.round(visits.stream().mapToDouble(PlanInstance.Visit::value).sum());
    }

    private static long persons(List<PlanInstance.Visit> visits) {
        return visits.stream().mapToLong(PlanInstance.Visit::persons).sum();
    }

    private int requiredLeftOut(List<PlanInstance.Visit> served) {
        Set<PlanInstance.Visit> held = new HashSet<>(served);
        return (int) instance.visits().stream()
                .filter(visit -> (visit.required() || visit.announced()) && !held.contains(visit))
                .count();
    }

    private StationDay day(Tour tour) {
        List<PlannedVisit> visits = new ArrayList<>();
        for (int nth = 0; nth < tour.stops().size(); nth++) {
            visits.add(visit(tour.stops().get(nth), tour.legs().get(nth)));
        }
        return new StationDay(
                tour.date(),
                tour.station().id(),
                tour.station().base(),
                tour.departure(),
                tour.returnTime(),
                tour.metres(),
                tour.drivingSeconds(),
                visits,
                tour.wayBack().seconds(),
                tour.wayBack().metres());
    }

    private PlannedVisit visit(Tour.Stop stop, Tour.Drive leg) {
        PlanInstance.Visit visit = stop.visit();
        PlanInstance.Site site = stop.site();
        return new PlannedVisit(
                visit.id(),
                visit.kind().name(),
                siruta(visit),
                uatOf(visit).map(Uat::siruta).orElse(0),
                localityName(visit),
                uatOf(visit).map(Uat::name).orElse(""),
                site.id(),
                territory.findSite(site.id()).map(Site::name).orElseGet(() -> localityName(visit)),
                new Position(site.lat(), site.lon()),
                visit.persons(),
                stop.times().arrival(),
                stop.times().start(),
                stop.times().end(),
                leg.seconds(),
                leg.metres());
    }

    private UnservedVisit unserved(Plan.Unserved unserved) {
        PlanInstance.Visit visit = index.visit(unserved.visit());
        return new UnservedVisit(
                visit.id(),
                visit.kind().name(),
                siruta(visit),
                uatOf(visit).map(Uat::siruta).orElse(0),
                localityName(visit),
                uatOf(visit).map(Uat::name).orElse(""),
                visit.persons(),
                visit.required(),
                unserved.reasons());
    }

    /** A visit with its place, whether planned or not. */
    public UnservedVisit describe(String visit) {
        return unserved(new Plan.Unserved(visit, List.of()));
    }

    /** A visit that this problem may not have, with its place. */
    public UnservedVisit describe(PlanDiff.Note note) {
        Optional<Locality> locality = territory.findLocality(note.siruta());
        Optional<Uat> uat = locality.flatMap(place -> territory.findUat(place.uatSiruta()));
        return new UnservedVisit(
                note.visit(),
                note.kind(),
                note.siruta(),
                uat.map(Uat::siruta).orElse(0),
                locality.map(Locality::name).orElseGet(() -> Integer.toString(note.siruta())),
                uat.map(Uat::name).orElse(""),
                note.persons(),
                note.required(),
                List.of());
    }

    /** 0 where the instance does not say. */
    private int siruta(PlanInstance.Visit visit) {
        return Objects.requireNonNullElse(index.siteOf(visit).siruta(), 0);
    }

    private String localityName(PlanInstance.Visit visit) {
        int siruta = siruta(visit);
        return territory.findLocality(siruta).map(Locality::name).orElse(Integer.toString(siruta));
    }

    private Optional<Uat> uatOf(PlanInstance.Visit visit) {
        return territory.findLocality(siruta(visit)).flatMap(locality -> territory.findUat(locality.uatSiruta()));
    }
}
