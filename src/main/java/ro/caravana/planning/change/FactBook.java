package ro.caravana.planning.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Fact;
import ro.caravana.planning.PlanChangeProblem;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.planning.derive.PlanningDefaults;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;

/** Writes changed facts into a planning problem. */
final class FactBook {
    private static final PlanningDefaults DEFAULTS = PlanningDefaults.STANDARD;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MOST_PERSONS = 500;
    private static final int MOST_MINUTES = 12 * 60;
    private static final double URGENCY = 1.5; // as an adult without any card
    private static final int CAPTURE_MINUTES = 15; // the same
    private static final int HOME_MINUTES = 30;

    private final Territory territory;
    private final OpenHours hours;
    private PlanInstance instance;
    private String pointer = "";

    private FactBook(Territory territory, OpenHours hours, PlanInstance instance) {
        this.territory = territory;
        this.hours = hours;
        this.instance = instance;
    }

    /**
     * @param hours what is known today, for the fact that says so
     * @throws PlanChangeProblem.BadChange naming the first fact that cannot be used
     */
    static PlanInstance apply(List<Fact> facts, PlanInstance instance, Territory territory, OpenHours hours) {
        FactBook book = new FactBook(territory, hours, instance);
        for (int i = 0; i < facts.size(); i++) {
            book.pointer = "/facts/" + i;
            book.apply(facts.get(i));
        }
        return book.instance;
    }

    private void apply(Fact fact) {
        switch (fact.type()) {
            case Fact.DATE_REFUSED -> {
                String site = visit(fact).site();
                closeSites(one -> one.id().equals(site), fact);
            }
            case Fact.SITE_CLOSED -> {
                Set<Integer> places = places(fact);
                closeSites(one -> places.contains(one.siruta()), fact);
            }
            case Fact.STATION_BROKEN -> closeStation(fact);
            case Fact.NEW_REQUEST -> add(fact);
            case Fact.VISIT_GIVEN_UP -> remove(visit(fact).id());
            case Fact.AVAILABILITY -> narrow();
            default ->
                throw bad(
                        "plan-fact-type-unknown",
                        "type",
                        "A fact is date-refused, site-closed, station-broken, new-request, visit-given-up or availability.");
        }
    }

    private PlanChangeProblem.BadChange bad(String type, String member, String detail) {
        return new PlanChangeProblem.BadChange(type, pointer + "/" + member, detail);
    }

    private PlanInstance.Visit visit(Fact fact) {
        return instance.visits().stream()
                .filter(visit -> visit.id().equals(fact.visit()))
                .findFirst()
                .orElseThrow(() -> bad("plan-fact-visit-unknown", "visit", "The plan has no visit of this id."));
    }

    /** The localities of a SIRUTA code, which is a locality's or a UAT's. */
    private Set<Integer> places(Fact fact) {
        Integer siruta = fact.siruta();
        if (siruta != null && territory.findLocality(siruta).isPresent()) {
            return Set.of(siruta);
        }
        if (siruta != null && territory.findUat(siruta).isPresent()) {
            return territory.listLocalities(siruta).stream()
                    .map(Locality::siruta)
                    .collect(Collectors.toSet());
        }
        throw bad("plan-fact-place-unknown", "siruta", "No locality and no UAT of the county has this SIRUTA code.");
    }

    /** From the first to the last day, within the plan. */
    private List<LocalDate> days(Fact fact) {
        LocalDate from = fact.from();
        LocalDate to = fact.to() == null ? from : fact.to();
        if (from == null || to == null) {
            throw bad("plan-fact-date-missing", "from", "Say on which day, as yyyy-mm-dd; or from and to which.");
        }
        if (to.isBefore(from)) {
            throw bad("plan-fact-dates-reversed", "to", "The last day comes before the first. Swap from and to.");
        }
        LocalDate start = instance.horizon().start();
        LocalDate end = instance.horizon().end();
        if (to.isBefore(start) || from.isAfter(end)) {
            throw bad("plan-fact-outside-plan", "from", "These days lie outside the plan's.");
        }
        LocalDate first = from.isBefore(start) ? start : from;
        LocalDate last = to.isAfter(end) ? end : to;
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private void closeSites(Predicate<PlanInstance.Site> which, Fact fact) {
        List<LocalDate> days = days(fact);
        instance = instance.withSites(instance.sites().stream()
                .map(site -> which.test(site) ? site.closedAlsoOn(days) : site)
                .toList());
    }

    private void closeStation(Fact fact) {
        List<LocalDate> days = days(fact);
        if (instance.stations().stream().noneMatch(one -> one.id().equals(fact.station()))) {
            throw bad("plan-fact-station-unknown", "station", "The plan has no station of this id.");
        }
        instance = instance.withStations(instance.stations().stream()
                .map(station -> station.id().equals(fact.station()) ? station.closedAlsoOn(days) : station)
                .toList());
        refuseWhereIdle("to");
    }

    private void refuseWhereIdle(String member) {
        boolean idle = instance.stations().stream().noneMatch(this::worksSomeDay);
        if (idle) {
            throw bad("plan-fact-no-day-left", member, "No station would work on any day of the plan.");
        }
    }

    /** Hours that partners and roads leave of those the plan was made with, for sites that are still known. */
    /** The problem with what is known today taken away from its hours and days; nothing is refused, and nothing opens. */
    static PlanInstance today(PlanInstance instance, Territory territory, OpenHours hours) {
        LocalDate start = instance.horizon().start();
        LocalDate end = instance.horizon().end();
        PlanInstance narrowed = instance.withSites(instance.sites().stream()
                .map(site -> territory
                        .findSite(site.id())
                        .map(known -> hours.narrowed(known, site.windows(), start, end))
                        .map(opening -> site.withWindows(opening.windows()).closedAlsoOn(opening.closedDates()))
                        .orElse(site))
                .toList());
        return narrowed.withStations(instance.stations().stream()
                .map(station -> station.closedAlsoOn(hours.closedDates(station.id(), start, end)))
                .toList());
    }

    private void narrow() {
        instance = today(instance, territory, hours);
        refuseWhereIdle("type");
    }

    private boolean worksSomeDay(PlanInstance.Station station) {
        Set<LocalDate> closed = new HashSet<>(station.closedDates());
        closed.addAll(instance.closedDates());
        return instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .anyMatch(date -> !closed.contains(date));
    }

    // ---- visits

    private void add(Fact fact) {
        int siruta = placeOfVisit(fact);
        String site = territory.defaultSite(siruta).id();
        if (instance.sites().stream().noneMatch(one -> one.id().equals(site))) {
            throw bad("plan-fact-place-unknown", "siruta", "The plan has no site in this locality.");
        }
        PlanInstance.Kind kind = kind(fact);
        int persons = within(fact.persons(), MOST_PERSONS, "persons");
        double value = Math.max(1, persons * DEFAULTS.valuePerPerson() * URGENCY);
        List<PlanInstance.Visit> more = new ArrayList<>(instance.visits());
        more.add(new PlanInstance.Visit(
                freeId(siruta),
                site,
                kind,
                persons,
                value,
                serviceSeconds(fact, kind, persons),
                Boolean.TRUE.equals(fact.required()),
                fact.from(),
                fact.to(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false));
        if (fact.from() != null) {
            days(fact);
        }
        instance = instance.withVisits(more);
    }

    private int placeOfVisit(Fact fact) {
        Integer siruta = fact.siruta();
        if (siruta != null && territory.findLocality(siruta).isPresent()) {
            return siruta;
        }
        return territory
                .findUat(Objects.requireNonNullElse(siruta, -1))
                .orElseThrow(() -> bad(
                        "plan-fact-place-unknown",
                        "siruta",
                        "No locality and no UAT of the county has this SIRUTA code."))
                .seatSiruta();
    }

    private PlanInstance.Kind kind(Fact fact) {
        try {
            return fact.kind() == null ? PlanInstance.Kind.CAPTURE : PlanInstance.Kind.valueOf(fact.kind());
        } catch (IllegalArgumentException unknown) {
            throw bad("plan-fact-kind-unknown", "kind", "A visit is CAPTURE, HANDOVER or HOME.");
        }
    }

    private int within(@Nullable Integer number, int most, String member) {
        if (number == null || number < 1 || number > most) {
            throw bad("plan-fact-number-out-of-range", member, "This is a whole number from 1 to " + most + ".");
        }
        return number;
    }

    private int serviceSeconds(Fact fact, PlanInstance.Kind kind, int persons) {
        if (fact.minutes() != null) {
            return within(fact.minutes(), MOST_MINUTES, "minutes") * SECONDS_PER_MINUTE;
        }
        int timed = Math.max(persons, DEFAULTS.fewestPersonsTimed());
        int minutes = switch (kind) {
            case CAPTURE -> timed * CAPTURE_MINUTES / DEFAULTS.workplaces();
            case HANDOVER -> timed * DEFAULTS.handoverMinutes();
            case HOME -> timed * HOME_MINUTES;
        };
        return DEFAULTS.setupSeconds() + minutes * SECONDS_PER_MINUTE;
    }

    private String freeId(int siruta) {
        Set<String> taken =
                instance.visits().stream().map(PlanInstance.Visit::id).collect(Collectors.toSet());
        int nth = 1;
        while (taken.contains("r" + siruta + "-" + nth)) {
            nth++;
        }
        return "r" + siruta + "-" + nth;
    }

    /** With whatever follows it: a handover without its capture has nothing to hand over. */
    private void remove(String id) {
        Set<String> gone = new HashSet<>(Set.of(id));
        int before = 0;
        while (gone.size() > before) {
            before = gone.size();
            instance.visits().stream()
                    .filter(visit ->
                            visit.after() != null && gone.contains(visit.after().visit()))
                    .forEach(visit -> gone.add(visit.id()));
        }
        instance = instance.withVisits(instance.visits().stream()
                .filter(visit -> !gone.contains(visit.id()))
                .toList());
    }
}
