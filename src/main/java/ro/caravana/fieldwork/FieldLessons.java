package ro.caravana.fieldwork;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Viewer;
import ro.caravana.need.HeldVisit;
import ro.caravana.need.Lessons;
import ro.caravana.planning.Experience;
import ro.caravana.planning.ExperienceSource;
import ro.caravana.planning.Plans;
import ro.caravana.planning.ServiceTimes;
import ro.caravana.territory.Site;
import ro.caravana.territory.TerritoryRegistry;

/** What the reports of two years teach, and whether the next plan listens. Thread-safe. */
@Service
public class FieldLessons implements ExperienceSource {
    private static final Logger LOG = LoggerFactory.getLogger(FieldLessons.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int YEARS = 2;

    /** A kind of visit of which fewer were reported is planned as assumed. */
    public static final int FEWEST_VISITS = 5;

    /** What lies beyond is a fault of counting rather than a lesson. */
    private static final double LEAST = 0.3;

    private static final double MOST = 2;

    /** Nobody sets up and serves in less: the stamp came too late. */
    private static final double SHORTEST_SECONDS = 60;

    /** Where fewer of those expected come, a team waits for the hour that was announced: that says nothing of its work. */
    private static final double BUSY = 0.8;

    private final FieldReports reports;
    private final ExperienceStore store;
    private final Plans plans;
    private final TerritoryRegistry territory;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FieldLessons(
            FieldReports reports,
            ExperienceStore store,
            Plans plans,
            TerritoryRegistry territory,
            TransactionTemplate transactions,
            Clock clock) {
        this.reports = reports;
        this.store = store;
        this.plans = plans;
        this.territory = territory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Everything that can be learnt from; a visit two phones disagree about teaches nothing yet. */
    public List<HeldVisit> listHeld() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        ToldPlans told = new ToldPlans(plans.listPlans(), store.listTold());
        return reports.between(today.minusYears(YEARS), today).stream()
                .filter(outcome -> !outcome.disputed())
                .map(outcome -> held(outcome, told))
                .toList();
    }

    private HeldVisit held(VisitOutcome outcome, ToldPlans told) {
        String kind = outcome.about().kind();
        String place = placeOf(outcome.about().siteId()).name();
        double planned = ServiceTimes.seconds(kind, outcome.persons());
        boolean timed =
                planned > 0 && outcome.counts().came() >= BUSY * outcome.about().expected();
        return new HeldVisit(
                kind,
                place,
                outcome.date(),
                outcome.about().expected() / told.personsFactor(outcome.plan(), kind, place),
                outcome.counts().servedPersons(),
                outcome.counts().came(),
                timed ? OptionalDouble.of(planned) : OptionalDouble.empty(),
                timed ? work(outcome) : OptionalDouble.empty());
    }

    /** Seconds at the place, setting up aside. */
    private static OptionalDouble work(VisitOutcome outcome) {
        return outcome.atThePlace()
                .map(stay -> OptionalDouble.of(
                        Math.max(SHORTEST_SECONDS, stay.toSeconds() - (double) ServiceTimes.setupSeconds())))
                .orElse(OptionalDouble.empty());
    }

    private Site.Kind placeOf(String site) {
        return territory.current().findSite(site).map(Site::kind).orElse(Site.Kind.LOCALITY_CENTRE);
    }

    public boolean isInUse() {
        return store.use().inUse();
    }

    /** Whether the next plan listens; plans that exist stay as they are. */
    public void use(boolean inUse, Viewer planner) {
        transactions.executeWithoutResult(ignored -> store.use(inUse, clock.instant(), planner.name()));
        LOG.info("plans {} what visits have taught", inUse ? "use" : "do not use");
    }

    /** Whether enough visits of a kind were reported to plan by. */
    public static boolean isEnough(Lessons lessons, String kind) {
        return lessons.visits(kind) >= FEWEST_VISITS;
    }

    /** For a plan that is being drawn up; notes what it was told. */
    @Override
    public Experience current() {
        Lessons lessons = Lessons.from(isInUse() ? listHeld() : List.of());
        Map<Lessons.Group, Experience.Factors> factors = new HashMap<>();
        for (String kind : List.of("CAPTURE", "HANDOVER", "HOME")) {
            if (isEnough(lessons, kind)) {
                Arrays.stream(Site.Kind.values())
                        .forEach(place ->
                                factors.put(new Lessons.Group(kind, place.name()), factors(lessons, kind, place)));
            }
        }
        Map<Lessons.Group, Double> persons = new HashMap<>();
        factors.forEach((group, learnt) -> persons.put(group, learnt.persons()));
        transactions.executeWithoutResult(ignored -> store.insert(new ExperienceStore.Told(clock.instant(), persons)));
        return (kind, place) ->
                factors.getOrDefault(new Lessons.Group(kind, place.name()), Experience.Factors.AS_ASSUMED);
    }

    private static Experience.Factors factors(Lessons lessons, String kind, Site.Kind place) {
        return new Experience.Factors(
                within(lessons.served(kind, place.name()).mean()),
                within(lessons.minutes(kind, place.name()).mean()));
    }

    private static double within(double factor) {
        return Math.min(MOST, Math.max(LEAST, factor));
    }
}
