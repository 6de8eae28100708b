package ro.caravana.workgroup.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.workgroup.MonthFacts;

/** Months that nobody closes close by themselves; the day is 22 November 2026. */
@PlanningTest
class MonthClosingTests {
    @Autowired
    private MonthBook months;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void visitsFromJuneOnButNoneInAugust() {
        jdbc.sql("DELETE FROM month_report").update();
        jdbc.sql("DELETE FROM appointment").update();
        visit("a", "2026-06-12", "CANCELLED");
        visit("b", "2026-07-12", "DONE");
        visit("e", "2026-09-12", "DECLINED");
        visit("c", "2026-10-12", "CLOSED");
        visit("d", "2026-11-12", "DONE");
    }

    private void visit(String id, String date, String state) {
        jdbc.sql("""
                        INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                          site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                        VALUES (?, 'gone', ?, 'station-1', 'CAPTURE', 57715, 57706, 'Mociu', 'Mociu', 'x', 'x', 20, ?, 32400, 46800, ?,
                          1, ?)
                        """)
                .params(
                        "gone." + id,
                        id,
                        LocalDate.parse(date),
                        state,
                        OffsetDateTime.of(2026, 7, 1, 8, 0, 0, 0, ZoneOffset.UTC))
                .update();
    }

    @Test
    void tenDaysAfterItsEndAMonthClosesOnceTheWorkHasBegun() {
        months.closeByItself();
        assertThat(months.list().stream()
                        .filter(head -> head.closedAt().isPresent())
                        .map(MonthBook.Head::month))
                .containsExactly(
                        YearMonth.of(2026, 10),
                        YearMonth.of(2026, 9),
                        YearMonth.of(2026, 8),
                        YearMonth.of(2026, 7),
                        YearMonth.of(2026, 6));
        assertThat(months.list()).allMatch(head -> head.closedBy().isEmpty());
    }

    @Test
    void whatIsKeptIsWhatWasGathered() {
        MonthFacts draft = months.facts(YearMonth.of(2026, 10), true);
        months.close(YearMonth.of(2026, 10), "ana");
        MonthFacts kept = months.facts(YearMonth.of(2026, 10), true);
        assertThat(draft.closed()).isFalse();
        assertThat(kept.closed()).isTrue();
        assertThat(kept.visits()).isEqualTo(draft.visits());
        assertThat(kept.coverage()).isEqualTo(draft.coverage());
        assertThat(kept.coverage().areas())
                .hasSize(81)
                .allMatch(area -> area.path().startsWith("M"));
        assertThat(kept.builtAt()).isEqualTo(draft.builtAt());
    }
}
