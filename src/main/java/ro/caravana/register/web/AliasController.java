package ro.caravana.register.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.alias.Alias;
import ro.caravana.register.alias.Aliases;
import ro.caravana.register.ledger.QuarantineDesk;

/** {@code /api/v1/sync/aliases}: what offices' own codes mean. */
@RestController
@RequestMapping("/api/v1/sync/aliases")
@PreAuthorize("hasRole('PLANNER')")
class AliasController {
    private final Aliases aliases;
    private final QuarantineDesk desk;

    AliasController(Aliases aliases, QuarantineDesk desk) {
        this.aliases = aliases;
        this.desk = desk;
    }

    record AliasList(List<Alias> aliases) {}

    record AliasOrder(
            @Nullable String office,
            Alias.@Nullable Field field,
            @Nullable String said,
            @Nullable String means) {}

    /** How many events that waited were counted. */
    record Agreed(int released) {}

    @GetMapping
    @PreAuthorize("hasRole('PLANNER')")
    AliasList listAliases() {
        return new AliasList(aliases.listInForce());
    }

    /** Reads a code from the next batch on, and counts what waits for it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('PLANNER')")
    Agreed agree(@RequestBody AliasOrder order, Viewer viewer) {
        if (order.office() == null || order.field() == null || order.said() == null || order.means() == null) {
            throw new RegisterProblem.UnusableAlias("Send office, field (SIRUTA or CATEGORY), said and means.");
        }
        aliases.agree(order.office(), order.field(), order.said(), order.means(), viewer.name());
        return new Agreed(desk.releaseExplained(order.office(), viewer.name()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('PLANNER')")
    void takeBack(@PathVariable long id, Viewer viewer) {
        aliases.takeBack(id, viewer.name());
    }
}
