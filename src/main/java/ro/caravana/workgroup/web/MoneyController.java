package ro.caravana.workgroup.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.problem.PersonalCode;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.money.MoneyBook;

/** {@code /api/v1/money/{year}}: budget, spent, planned and expected; planners only, for fees and persons are raw. */
@RestController
@RequestMapping("/api/v1/money/{year}")
@PreAuthorize("hasRole('PLANNER')")
class MoneyController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int LONGEST_NOTE = 200;

    private final MoneyBook money;
    private final Clock clock;

    MoneyController(MoneyBook money, Clock clock) {
        this.money = money;
        this.clock = clock;
    }

    /** Something spent on the line "other". */
    record Spent(
            @Nullable String spentOn,
            @Nullable Long bani,
            @Nullable String note) {}

    @GetMapping
    MoneyWire.Year read(@PathVariable String year) {
        return MoneyWire.year(money.now(year(year)));
    }

    /** One plan beside the year's budget: what its scenarios and it would cost, and whether the fees of cards are within their line. */
    @GetMapping("/plans/{plan}")
    MoneyWire.PlanCost plan(@PathVariable String year, @PathVariable String plan) {
        return MoneyWire.plan(money.of(year(year), plan));
    }

    @PutMapping
    MoneyWire.Year set(@PathVariable String year, @RequestBody MoneyWire.Wanted wanted, Viewer viewer) {
        int number = year(year);
        money.set(number, wanted.lines(), wanted.checkedPrices(), wanted.seenVersion(), viewer.name());
        return MoneyWire.year(money.now(number));
    }

    @PostMapping("/expenses")
    @ResponseStatus(HttpStatus.CREATED)
    MoneyWire.Year spend(
            @PathVariable String year,
            @RequestBody Spent spent,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        int number = year(year);
        String note = spent.note() == null ? "" : spent.note().strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE || PersonalCode.isIn(note)) {
            throw new WorkgroupProblem.BadMoney("note", "Say for what, in 1 to 200 characters and without a person.");
        }
        money.spend(day(number, spent.spentOn()), MoneyWire.bani("bani", spent.bani()), note, viewer.name(), key);
        return MoneyWire.year(money.now(number));
    }

    @DeleteMapping("/expenses/{id}")
    MoneyWire.Year strike(@PathVariable String year, @PathVariable String id, Viewer viewer) {
        int number = year(year);
        money.strike(number, id, viewer.name());
        return MoneyWire.year(money.now(number));
    }

    private LocalDate day(int year, @Nullable String text) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        try {
            LocalDate day = text == null || text.isEmpty() ? today : LocalDate.parse(text);
            if (day.getYear() == year && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // refused below
        }
        throw new WorkgroupProblem.BadMoney("spentOn", "The day is one of this year and not after today.");
    }

    /** @throws WorkgroupProblem.UnknownYear 404 */
    static int year(String text) {
        if (!text.matches("20\\d\\d")) {
            throw new WorkgroupProblem.UnknownYear();
        }
        return Integer.parseInt(text);
    }
}
