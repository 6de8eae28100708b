package ro.caravana.planning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.derive.WaitLimit;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.planning.support.Village;
import ro.caravana.planning.support.Village.Visit;
import ro.caravana.territory.CountyCalendar;
import ro.caravana.territory.MarketDay;
import ro.caravana.territory.SchoolTerm;
import ro.caravana.territory.Territory;

/** What a visit is told to be shaped by. */
class ShapingTests {
    private static final int LOCALITY = SmallCounty.SEAT;
    private static final int UAT = 2000;
    private static final LocalDate END = MONDAY.plusDays(360);
    private static final Territory TERRITORY = SmallCounty.territory();

    @Test
    void howLongAUatMayWaitIsSaidWithItsDays() {
        PlanInstance instance = limited();
        LocalDate first = MONDAY.plusDays(90);
        List<Shape> shapes = shapes(instance, "two", first, first.plusDays(150));
        assertThat(shapes)
                .contains(
                        Shape.of("wait", 6),
                        Shape.of("wait-earliest", END.minusMonths(6)),
                        Shape.of("wait-before", first, first.plusDays(181)))
                .extracting(Shape::code)
                .as("the yearly promise and asked-for dates are other sentences")
                .doesNotContain("required", "dates", "wait-latest");
        assertThat(shapes(instance, "one", first, first.plusDays(150)))
                .contains(Shape.of("wait-latest", MONDAY.plusMonths(6)))
                .extracting(Shape::code)
                .doesNotContain("wait-before", "wait-earliest");
    }

    /** Mondays are market days, and the plan's first four weeks are holidays: of its dates all are the one, none the other. */
    @Test
    void whyDatesArePreferredIsSaid() {
        PlanInstance instance = limited();
        PlanInstance preferring = instance.withVisits(instance.visits().stream()
                .map(visit -> visit.withPreferredDates(List.of(MONDAY.plusWeeks(5), MONDAY.plusWeeks(6))))
                .toList());
        LocalDate kept = MONDAY.plusWeeks(5);
        assertThat(preferred(preferring, kept, CountyCalendar.EMPTY)).containsExactly("preferred");
        CountyCalendar markets =
                new CountyCalendar(List.of(new MarketDay(UAT, DayOfWeek.MONDAY, List.of(), "")), List.of());
        assertThat(preferred(preferring, kept, markets)).containsExactly("preferred-market");
        List<SchoolTerm> terms = List.of(
                new SchoolTerm(MONDAY.minusWeeks(9), MONDAY.minusWeeks(2), "autumn", ""),
                new SchoolTerm(MONDAY.plusWeeks(4), MONDAY.plusWeeks(9), "term", ""));
        assertThat(preferred(preferring, kept, new CountyCalendar(markets.marketDays(), terms)))
                .containsExactly("preferred-market", "preferred-school");
        assertThat(preferred(preferring, kept.plusDays(1), new CountyCalendar(List.of(), terms)))
                .containsExactly("preferred-school", "preferred-missed");
        assertThat(preferred(instance, kept, markets))
                .as("without preferred dates")
                .isEmpty();
    }

    /** Only days on which the visit could be held tell what its dates have that others have not. */
    @Test
    void schoolIsNoReasonWhereMarketsAlonePreferredTheDates() {
        LocalDate from = LocalDate.of(2027, 1, 4);
        LocalDate to = LocalDate.of(2027, 2, 12);
        CountyCalendar calendar = new CountyCalendar(
                List.of(new MarketDay(UAT, DayOfWeek.MONDAY, List.of(), "")),
                List.of(
                        new SchoolTerm(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 12, 22), "autumn", ""),
                        new SchoolTerm(LocalDate.of(2027, 1, 11), to, "winter", "")));
        LocalDate monday = LocalDate.of(2027, 1, 11);
        PlanInstance handover = only(PlanInstance.Kind.HANDOVER, from.plusDays(1), to);
        assertThat(preferred(handover, monday, calendar)).containsExactly("preferred-market");
        PlanInstance capture = only(PlanInstance.Kind.CAPTURE, from.plusDays(1), to);
        assertThat(preferred(capture, monday, calendar))
                .as("no market day in the holidays is possible")
                .containsExactly("preferred-market");
    }

    /** Visits that can be held between two days alone and prefer their Mondays. */
    private static PlanInstance only(PlanInstance.Kind kind, LocalDate first, LocalDate last) {
        PlanInstance instance = village(new Visit("one", "a").kind(kind));
        List<LocalDate> mondays = first.datesUntil(last.plusDays(1))
                .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
                .toList();
        return instance.withVisits(instance.visits().stream()
                .map(visit -> visit.between(first, last).withPreferredDates(mondays))
                .toList());
    }

    private static List<String> preferred(PlanInstance instance, LocalDate date, CountyCalendar calendar) {
        return shapes(instance, "one", date, date.plusDays(150), calendar).stream()
                .map(Shape::code)
                .filter(code -> code.startsWith("preferred"))
                .toList();
    }

    private static List<Shape> shapes(PlanInstance instance, String visit, LocalDate one, LocalDate two) {
        return shapes(instance, visit, one, two, CountyCalendar.EMPTY);
    }

    private static List<Shape> shapes(
            PlanInstance instance, String visit, LocalDate one, LocalDate two, CountyCalendar calendar) {
        Plan plan = new Plan(
                Plan.SCHEMA, List.of(held("one", one), held("two", two)), List.of(), List.of(), 1, "test", 0, 0, "");
        return new Shaping(instance, plan, visit, id -> id, new Preferences(instance, TERRITORY, calendar)).list(false);
    }

    private static Plan.PlannedVisit held(String visit, LocalDate date) {
        return new Plan.PlannedVisit(visit, "s", date, 10 * HOUR, 10 * HOUR, 11 * HOUR);
    }

    private static PlanInstance limited() {
        PlanInstance placed = village(new Visit("one", "a").required());
        return new WaitLimit(new WaitLimit.Wish(6, Map.of()), placed.horizon(), 0)
                .applyTo(placed, Map.of(LOCALITY, UAT));
    }

    private static PlanInstance village(Visit one) {
        PlanInstance village = new Village()
                .until(END)
                .station("s")
                .site("a", 10)
                .visit(one.build())
                .visit(new Visit("two", "a").build())
                .build();
        return village.withSites(village.sites().stream()
                .map(site -> new PlanInstance.Site(site.id(), LOCALITY, 46, 23, site.windows(), site.closedDates()))
                .toList());
    }
}
