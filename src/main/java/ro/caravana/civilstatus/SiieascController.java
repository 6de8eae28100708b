package ro.caravana.civilstatus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.territory.Office;

/** {@code /api/v1/civil-status-offices}: how far each is on its way into SIIEASC; everybody reads, planners write. */
@RestController
@RequestMapping("/api/v1/civil-status-offices")
class SiieascController {
    private final Siieasc siieasc;

    SiieascController(Siieasc siieasc) {
        this.siieasc = siieasc;
    }

    /** @param tally how many offices of the county are in each state, whatever the filter */
    record OfficeList(Map<SiieascState, Integer> tally, List<OfficeView> offices) {}

    /** An office and how far it is; the position in WGS84. */
    record OfficeView(
            String office,
            String name,
            int uatSiruta,
            String address,
            double lat,
            double lon,
            SiieascState state,
            @Nullable LocalDate since,
            String note,
            long version,
            String changedBy,
            @Nullable Instant changedAt) {
        static OfficeView of(Office office, OfficeState state) {
            return new OfficeView(
                    office.id(),
                    office.name(),
                    office.uatSiruta(),
                    office.address(),
                    office.position().lat(),
                    office.position().lon(),
                    state.state(),
                    state.since(),
                    state.note(),
                    state.version(),
                    state.changedBy(),
                    state.changedAt());
        }
    }

    record StepList(List<OfficeStep> steps) {}

    /** As sent: what is missing or unknown is refused with words. */
    record Wanted(
            @Nullable String state,
            @Nullable String since,
            @Nullable String note,
            @Nullable Long version) {}

    @GetMapping
    OfficeList list(@RequestParam(required = false) @Nullable String state) {
        Optional<SiieascState> only = state == null || state.isEmpty() ? Optional.empty() : Optional.of(state(state));
        Map<String, OfficeState> states = siieasc.listStates();
        Map<SiieascState, Integer> tally = new EnumMap<>(SiieascState.class);
        Arrays.stream(SiieascState.values()).forEach(known -> tally.put(known, 0));
        List<OfficeView> offices = siieasc.listOffices().stream()
                .map(office ->
                        OfficeView.of(office, states.getOrDefault(office.id(), OfficeState.notStarted(office.id()))))
                .toList();
        offices.forEach(office -> tally.merge(office.state(), 1, Integer::sum));
        return new OfficeList(
                tally,
                offices.stream()
                        .filter(office -> only.isEmpty() || only.get() == office.state())
                        .toList());
    }

    @GetMapping("/{office}/steps")
    StepList listSteps(@PathVariable String office) {
        return new StepList(siieasc.listSteps(office));
    }

    @PutMapping("/{office}")
    @PreAuthorize("hasRole('PLANNER')")
    OfficeView change(@PathVariable String office, @RequestBody Wanted wanted, Viewer viewer) {
        Siieasc.Order order = new Siieasc.Order(
                state(wanted.state()),
                Optional.ofNullable(wanted.since())
                        .filter(day -> !day.isEmpty())
                        .map(SiieascController::day),
                wanted.note() == null ? "" : wanted.note(),
                wanted.version() == null ? 0 : wanted.version());
        OfficeState after = siieasc.change(office, order, viewer.name());
        return siieasc.listOffices().stream()
                .filter(known -> known.id().equals(office))
                .findFirst()
                .map(known -> OfficeView.of(known, after))
                .orElseThrow(SiieascProblem.UnknownOffice::new);
    }

    private static SiieascState state(@Nullable String wire) {
        return Arrays.stream(SiieascState.values())
                .filter(state -> state.name().equals(wire))
                .findFirst()
                .orElseThrow(SiieascProblem.UnknownState::new);
    }

    private static LocalDate day(String wire) {
        try {
            return LocalDate.parse(wire);
        } catch (DateTimeException noDay) {
            throw new SiieascProblem.BadDay();
        }
    }
}
