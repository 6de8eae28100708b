package ro.caravana.workgroup.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.month.MonthBook;

/** {@code /api/v1/reports}: which months there is a report of, and closing one. The reports themselves are documents. */
@RestController
class MonthController {
    private final MonthBook months;

    MonthController(MonthBook months) {
        this.months = months;
    }

    record MonthList(List<Month> months) {}

    /**
     * A month.
     *
     * @param over whether its last day has passed
     * @param closedAt since when its report does not change any more
     * @param closedBy empty where it closed by itself
     */
    record Month(String month, boolean over, @Nullable Instant closedAt, String closedBy) {}

    @GetMapping("/api/v1/reports")
    @PreAuthorize("hasAnyRole('PLANNER','VIEWER','ADMIN')")
    MonthList list() {
        return new MonthList(months.list().stream()
                .map(head -> new Month(
                        head.month().toString(), head.over(), head.closedAt().orElse(null), head.closedBy()))
                .toList());
    }

    /** From now on the month's report stays as it is. */
    @PostMapping("/api/v1/reports/{month}/close")
    @PreAuthorize("hasRole('PLANNER')")
    MonthList close(@PathVariable String month, Viewer viewer) {
        try {
            months.close(YearMonth.parse(month), viewer.name());
        } catch (DateTimeException noMonth) {
            throw new WorkgroupProblem.UnknownMonth();
        }
        return list();
    }
}
