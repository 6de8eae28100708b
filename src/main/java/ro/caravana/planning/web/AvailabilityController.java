package ro.caravana.planning.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.planning.availability.Availability;
import ro.caravana.planning.availability.AvailabilityBook;
import ro.caravana.planning.availability.AvailabilityProblem;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.planning.change.Clashes;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** {@code /api/v1/availability}: when places and stations cannot be visited or sent out; everybody with an account at the directorate reads, planners write. */
@RestController
@RequestMapping("/api/v1/availability")
class AvailabilityController {
    private final AvailabilityBook book;
    private final Clashes clashes;
    private final TerritoryRegistry territory;

    AvailabilityController(AvailabilityBook book, Clashes clashes, TerritoryRegistry territory) {
        this.book = book;
        this.clashes = clashes;
        this.territory = territory;
    }

    /** @param uat only what is known of this UAT and the places in it */
    @GetMapping
    @PreAuthorize("hasAnyRole('PLANNER','VIEWER','FIELD','ADMIN')")
    AvailabilityWire.Book list(@RequestParam(required = false) @Nullable Integer uat) {
        Territory places = territory.current();
        if (uat != null && places.findUat(uat).isEmpty()) {
            throw new AvailabilityProblem.UnknownPlace("uat");
        }
        List<Availability> entries = book.list();
        return new AvailabilityWire.Book(
                entries.stream()
                        .filter(entry -> uat == null
                                || AvailabilityWire.uatOf(entry.place(), places).equals(Optional.of(uat)))
                        .map(entry -> AvailabilityWire.entry(entry, places))
                        .toList(),
                neverOpen(new OpenHours(entries), places, uat));
    }

    private static List<AvailabilityWire.Spot> neverOpen(OpenHours hours, Territory places, @Nullable Integer uat) {
        return places.listLocalities().stream()
                .filter(locality -> uat == null || locality.uatSiruta() == uat)
                .filter(locality -> InstanceDerivation.isNeverOpen(places.defaultSite(locality.siruta()), hours))
                .map(locality -> new AvailabilityWire.Spot(
                        locality.siruta(),
                        locality.name(),
                        places.getUat(locality.uatSiruta()).name()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('PLANNER')")
    AvailabilityWire.Written write(@RequestBody AvailabilityForm form, Viewer viewer) {
        return written(book.add(form.draft(territory.current()), viewer.name()));
    }

    /** Many at once, see {@link AvailabilityTable}. */
    @PostMapping(path = "/imports", consumes = "text/csv")
    @PreAuthorize("hasRole('PLANNER')")
    AvailabilityWire.Import read(@RequestBody byte[] file, Viewer viewer) {
        Territory places = territory.current();
        AvailabilityBook.Import done = book.addAll(AvailabilityTable.read(file, places), viewer.name());
        return new AvailabilityWire.Import(
                done.written(),
                done.known(),
                done.rejected().stream().map(AvailabilityWire::rejected).toList(),
                listClashes(null).clashes());
    }

    /** Can be undone with {@code restore}. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('PLANNER')")
    void remove(@PathVariable String id, Viewer viewer) {
        book.remove(id, viewer.name());
    }

    @PostMapping("/{id}/actions/restore")
    @PreAuthorize("hasRole('PLANNER')")
    AvailabilityWire.Written restore(@PathVariable String id) {
        return written(book.restore(id));
    }

    /**
     * Visits of plans that what is known today does not allow, those that somebody was told of first.
     *
     * @param plan the one somebody looks at; left out: the newest finished one
     */
    @GetMapping("/clashes")
    @PreAuthorize("hasRole('PLANNER')")
    AvailabilityWire.ClashList listClashes(@RequestParam(required = false) @Nullable String plan) {
        Territory places = territory.current();
        return new AvailabilityWire.ClashList(clashes.list(Optional.ofNullable(plan)).stream()
                .map(clash -> AvailabilityWire.clash(clash, places))
                .toList());
    }

    private AvailabilityWire.Written written(Availability entry) {
        Territory places = territory.current();
        return new AvailabilityWire.Written(
                AvailabilityWire.entry(entry, places),
                clashes.list().stream()
                        .filter(clash -> clash.against().contains(entry))
                        .map(clash -> AvailabilityWire.clash(clash, places))
                        .toList());
    }
}
