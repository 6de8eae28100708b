package ro.caravana.planning.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import ro.caravana.need.Need;
import ro.caravana.planning.Experience;
import ro.caravana.planning.derive.VisitDemand.Kind;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * Turns need into visits: how many, for how many persons, how long. A pure function of its arguments; the same need gives the
 * same visits with the same ids in the same order.
 */
final class VisitDerivation {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final LocalityNeed NOBODY = new LocalityNeed(List.of());

    private final Territory territory;
    private final PlanningDefaults defaults;
    private final long days;
    private final IntUnaryOperator serviceBudgetSeconds;
    private final Experience experience;
    private final IntUnaryOperator owedVisits;
    private final Map<Integer, LocalityNeed> needs;
    private final Set<Integer> uatsWithService = new HashSet<>();

    /** Everything as assumed. */
    VisitDerivation(
            Territory territory,
            Collection<Need> needs,
            PlanningDefaults defaults,
            long days,
            IntUnaryOperator serviceBudgetSeconds) {
        this(territory, needs, defaults, days, serviceBudgetSeconds, Experience.NONE, uat -> 0);
    }

    /**
     * @param days length of the horizon
     * @param serviceBudgetSeconds per locality SIRUTA, the longest service that fits a day with the drive out and back
     * @param experience of visits that were held
     * @param owedVisits per UAT SIRUTA, how many visits it is owed at least, whatever its need
     */
    VisitDerivation(
            Territory territory,
            Collection<Need> needs,
            PlanningDefaults defaults,
            long days,
            IntUnaryOperator serviceBudgetSeconds,
            Experience experience,
            IntUnaryOperator owedVisits) {
        this.territory = territory;
        this.defaults = defaults;
        this.days = days;
        this.serviceBudgetSeconds = serviceBudgetSeconds;
        this.experience = experience;
        this.owedVisits = owedVisits;
        this.needs = new HashMap<>(LocalityNeed.byLocality(needs));
        territory.listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .forEach(office -> uatsWithService.add(office.uatSiruta()));
    }

    /** All visits, UAT by UAT in the territory's order. */
    List<VisitDemand> derive() {
        List<VisitDemand> visits = new ArrayList<>();
        for (Uat uat : territory.listUats()) {
            int promised = neediestLocality(uat, LocalityNeed::atStation);
            for (Locality locality : territory.listLocalities(uat.siruta())) {
                int owed = locality.siruta() == promised ? owed(uat) : 0;
                LocalityNeed need = need(locality.siruta());
                if (need.atStation() > 0 || owed > 0) {
                    visits.addAll(captures(locality, need, owed));
                }
            }
            visits.addAll(homeRounds(uat));
        }
        return visits;
    }

    private int owed(Uat uat) {
        int promised = days >= defaults.promiseFromDays() ? 1 : 0;
        return Math.max(promised, owedVisits.applyAsInt(uat.siruta()));
    }

    /** The seat where nobody is known to be in need; the lower SIRUTA of two equals, so that the answer never wavers. */
    private int neediestLocality(Uat uat, ToDoubleFunction<LocalityNeed> measure) {
        return territory.listLocalities(uat.siruta()).stream()
                .max(Comparator.<Locality>comparingDouble(locality -> measure.applyAsDouble(need(locality.siruta())))
                        .thenComparing(locality -> locality.siruta() == uat.seatSiruta())
                        .thenComparing(Comparator.comparingInt(Locality::siruta).reversed()))
                .map(Locality::siruta)
                .orElse(uat.seatSiruta());
    }

    private LocalityNeed need(int siruta) {
        return needs.getOrDefault(siruta, NOBODY);
    }

    private List<VisitDemand> captures(Locality locality, LocalityNeed need, int owed) {
        Experience.Factors learnt = learnt(Kind.CAPTURE, locality.siruta());
        Batch batch = batch(
                        Kind.CAPTURE,
                        locality.siruta(),
                        need.atStation() * Math.min(1, defaults.turnout() * learnt.persons()),
                        need.minutesPerPerson() * SECONDS_PER_MINUTE / defaults.workplaces() * learnt.seconds(),
                        need.atStation() > 0 ? need.valueAtStation(defaults) / need.atStation() : 0)
                .spreadOver(owed);
        List<VisitDemand> visits = new ArrayList<>();
        for (int nth = 1; nth <= batch.count(); nth++) {
            VisitDemand capture = visit(batch, nth, nth <= owed);
            visits.add(capture);
            handover(capture, locality.uatSiruta()).ifPresent(visits::add);
        }
        return visits;
    }

    /** Rounds of bedsides through a UAT's villages, starting where most are; one after the other, by one team. */
    private List<VisitDemand> homeRounds(Uat uat) {
        double bedsides = defaults.homeShare()
                * territory.listLocalities(uat.siruta()).stream()
                        .mapToDouble(locality -> need(locality.siruta()).atBedside())
                        .sum();
        if (bedsides <= 0) {
            return List.of();
        }
        int start = neediestLocality(uat, LocalityNeed::atBedside);
        Experience.Factors learnt = learnt(Kind.HOME, start);
        Batch batch = batch(
                Kind.HOME,
                start,
                bedsides * learnt.persons(),
                CaseCategory.NON_TRANSPORTABLE.minutes() * SECONDS_PER_MINUTE * learnt.seconds(),
                defaults.valueOf(CaseCategory.NON_TRANSPORTABLE));
        return IntStream.rangeClosed(1, batch.count())
                .mapToObj(nth -> visit(batch, nth, false))
                .toList();
    }

    private Experience.Factors learnt(Kind kind, int siruta) {
        return experience.of(kind.name(), territory.defaultSite(siruta).kind());
    }

    /** Cards that nobody else hands over; in towns with a local service people fetch them there. */
    private Optional<VisitDemand> handover(VisitDemand capture, int uatSiruta) {
        int persons = (int) Math.round(capture.persons() * defaults.handoverShare());
        if (persons < defaults.handoverFromPersons() || uatsWithService.contains(uatSiruta)) {
            return Optional.empty();
        }
        return Optional.of(new VisitDemand(
                capture.id() + "h",
                capture.siruta(),
                Kind.HANDOVER,
                persons,
                wholeValue(persons * defaults.handoverValuePerPerson()),
                serviceSeconds(
                        persons,
                        defaults.handoverMinutes()
                                * SECONDS_PER_MINUTE
                                * learnt(Kind.HANDOVER, capture.siruta()).seconds()),
                false,
                Optional.of(capture.id()),
                Optional.empty()));
    }

    /**
     * A year's visits of one kind to one place.
     *
     * @param expected persons, a part of one included
     * @param people whole persons, shared among {@code count} visits
     */
    private record Batch(
            Kind kind,
            int siruta,
            double expected,
            int people,
            int count,
            double secondsPerPerson,
            double valuePerPerson) {
        /** The same people, who come to more visits where so many are owed. */
        Batch spreadOver(int least) {
            return new Batch(kind, siruta, expected, people, Math.max(count, least), secondsPerPerson, valuePerPerson);
        }
    }

    private Batch batch(Kind kind, int siruta, double expected, double secondsPerPerson, double valuePerPerson) {
        boolean home = kind == Kind.HOME;
        int mostPersons = home ? defaults.homePersonsPerVisit() : defaults.personsPerVisit();
        int mostVisits = PlanningDefaults.share(home ? defaults.homeVisitsPerYear() : defaults.capturesPerYear(), days);
        int cap = personsThatFit(siruta, secondsPerPerson, mostPersons);
        long rounded = Math.max(1, Math.round(expected));
        int count = (int) Math.min(mostVisits, (rounded + cap - 1) / cap);
        int people = (int) Math.min(rounded, (long) count * cap);
        return new Batch(kind, siruta, expected, people, count, secondsPerPerson, valuePerPerson);
    }

    /** The n-th visit of a batch, counted from one. Half a person is worth half a person, though the timetable rounds it up. */
    private VisitDemand visit(Batch batch, int nth, boolean required) {
        boolean capture = batch.kind() == Kind.CAPTURE;
        int share = batch.people() / batch.count() + (nth <= batch.people() % batch.count() ? 1 : 0);
        int persons = Math.max(1, share);
        double worth = Math.min(persons, batch.expected() / batch.count()) * batch.valuePerPerson();
        return new VisitDemand(
                (capture ? "v" : "h") + batch.siruta() + "-" + nth,
                batch.siruta(),
                batch.kind(),
                persons,
                wholeValue(capture ? worth * defaults.repeatFactor(nth) : worth),
                serviceSeconds(persons, batch.secondsPerPerson()),
                required,
                Optional.empty(),
                capture && batch.count() > 1 ? Optional.of("q" + batch.siruta()) : Optional.empty());
    }

    /** At least one, so that a place too far for a day still shows up as unserved, with its reason, instead of vanishing. */
    private int personsThatFit(int siruta, double secondsPerPerson, int most) {
        double seconds = serviceBudgetSeconds.applyAsInt(siruta) - defaults.setupSeconds();
        return (int) Math.max(1, Math.min(most, Math.floor(seconds / secondsPerPerson)));
    }

    private static long wholeValue(double value) {
        return Math.max(1, Math.round(value));
    }

    /** Rounded up to whole minutes, as timetables are. */
    private int serviceSeconds(int persons, double secondsPerPerson) {
        double seconds = defaults.setupSeconds() + Math.max(persons, defaults.fewestPersonsTimed()) * secondsPerPerson;
        return (int) Math.ceil(seconds / SECONDS_PER_MINUTE) * SECONDS_PER_MINUTE;
    }
}
