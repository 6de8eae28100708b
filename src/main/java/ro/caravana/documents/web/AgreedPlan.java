package ro.caravana.documents.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.caravana.coordination.VisitStand;
import ro.caravana.documents.model.Standing;
import ro.caravana.planning.LastChange;

/** What coordination knows of a plan's visits at one moment. */
final class AgreedPlan {
    private final List<VisitStand> stands;
    private final Map<String, VisitStand> byVisit;
    private final LastChange lastChange;

    AgreedPlan(List<VisitStand> stands, LastChange lastChange) {
        this.stands = stands;
        this.byVisit =
                stands.stream().collect(Collectors.toMap(stand -> stand.visit().visit(), Function.identity()));
        this.lastChange = lastChange;
    }

    /** When the plan itself last changed. */
    LastChange lastChange() {
        return lastChange;
    }

    /** By the visit's id inside the plan; absent where nobody accepted the plan. */
    Optional<VisitStand> find(String visit) {
        return Optional.ofNullable(byVisit.get(visit));
    }

    boolean isOff(String visit) {
        return find(visit).filter(stand -> standing(stand).isOff()).isPresent();
    }

    /** Visits to which nobody drives any more, in the order of date, station and start. */
    List<VisitStand> listOff() {
        return stands.stream().filter(stand -> standing(stand).isOff()).toList();
    }

    /** @param planned the day that the plan has for it */
    Standing standing(String visit, LocalDate planned) {
        return find(visit).map(AgreedPlan::standing).orElseGet(() -> Standing.proposed(planned));
    }

    static Standing standing(VisitStand stand) {
        return new Standing(
                stand.visit().state(),
                stand.decliner(),
                stand.visit().date(),
                stand.changes(),
                Optional.of(stand.changedAt()));
    }

    /** Equal as long as nothing changed. */
    List<?> state() {
        return List.of(stands, lastChange);
    }
}
