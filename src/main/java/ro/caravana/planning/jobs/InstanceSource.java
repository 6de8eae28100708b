package ro.caravana.planning.jobs;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ro.caravana.need.NeedMap;
import ro.caravana.need.Needs;
import ro.caravana.planning.ExperienceSource;
import ro.caravana.planning.FigureSource;
import ro.caravana.planning.LastVisits;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.Station;
import ro.caravana.planning.Stations;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.planning.derive.PreferredDates;
import ro.caravana.planning.derive.WaitLimit;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.travel.TravelTimes;

/** Draws up the planning problem that an order asks for, from the figures of this moment. */
@Component
class InstanceSource {
    private final Needs needs;
    private final TerritoryRegistry territory;
    private final TravelTimes travel;
    private final Stations stations;
    private final InstanceDerivation derivation;
    private final ExperienceSource experience;
    private final AvailabilityBook availability;
    private final LastVisits lastVisits;

    InstanceSource(
            Needs needs,
            TerritoryRegistry territory,
            TravelTimes travel,
            Stations stations,
            InstanceDerivation derivation,
            ExperienceSource experience,
            AvailabilityBook availability,
            LastVisits lastVisits) {
        this.needs = needs;
        this.territory = territory;
        this.travel = travel;
        this.stations = stations;
        this.derivation = derivation;
        this.experience = experience;
        this.availability = availability;
        this.lastVisits = lastVisits;
    }

    /** A problem's document and the figures it rests on. */
    record Drawn(byte[] document, int visits, FigureSource figures) {}

    /**
     * @param today the day of planning; a horizon that ended before it is refused
     * @throws PlanJobProblem where the order and the figures do not go together
     */
    Drawn draw(PlanOrder order, LocalDate today) {
        if (order.end().isBefore(today)) {
            throw new PlanJobProblem.BadOrder(
                    "plan-horizon-past",
                    "end",
                    "The last day is over. A plan can only hold days that are still to come.");
        }
        List<Station> chosen = choose(order.stations());
        NeedMap figures = needs.current().orElseThrow(PlanJobProblem.NoStatistics::new);
        PlanInstance instance = derivation.derive(
                new InstanceDerivation.Question(
                        order.start(), order.end(), today, chosen, territory.current(), figures.needsToVisit()),
                new InstanceDerivation.Known(
                        experience.current(),
                        availability.current(),
                        wait(order, today),
                        new PreferredDates.Wish(order.prefer(), territory.calendar())),
                travel::matrix);
        byte[] document = PlanDocuments.writeInstance(instance);
        PlanDocuments.readInstance(document); // what outsiders would be refused must not come from us either
        return new Drawn(
                document,
                instance.visits().size(),
                new FigureSource(figures.asOf(), figures.source(), figures.synthetic()));
    }

    private Optional<WaitLimit.Wish> wait(PlanOrder order, LocalDate today) {
        return order.maxWaitMonths().isEmpty()
                ? Optional.empty()
                : Optional.of(wish(order.maxWaitMonths().getAsInt(), order.start(), today));
    }

    /** With what is known of visits before a plan that begins on that day, or today where that is later. */
    WaitLimit.Wish wish(int months, LocalDate start, LocalDate today) {
        return new WaitLimit.Wish(months, lastVisits.before(start.isBefore(today) ? today : start, today));
    }

    private List<Station> choose(List<String> wanted) {
        List<Station> all = stations.listStations();
        Set<String> ids =
                wanted.isEmpty() ? all.stream().map(Station::id).collect(Collectors.toSet()) : new HashSet<>(wanted);
        List<Station> chosen =
                all.stream().filter(station -> ids.contains(station.id())).toList();
        if (chosen.size() < ids.size()) {
            throw new PlanJobProblem.BadOrder(
                    "plan-station-unknown",
                    "stations",
                    "One of the stations does not exist. The county's stations are listed at /api/v1/stations.");
        }
        return chosen;
    }
}
