package ro.caravana.planning.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.SmallCounty.FAR;
import static ro.caravana.planning.support.SmallCounty.SEAT;
import static ro.caravana.planning.support.SmallCounty.TOWN;
import static ro.caravana.planning.support.SmallCounty.need;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.caravana.need.Need;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.Experience;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.Station;
import ro.caravana.planning.availability.Availability;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.planning.availability.Place;
import ro.caravana.planning.availability.When;
import ro.caravana.planning.availability.Whose;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.CountyCalendar;
import ro.caravana.territory.MarketDay;
import ro.caravana.territory.SchoolTerm;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;

/** Market days of UAT 2000, whose seat also has 14-year-olds; UAT 3000 has a hall instead of a school. */
class PreferredDatesTests {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final int MARKET_UAT = 2000;
    private static final SchoolTerm WINTER =
            new SchoolTerm(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 2, 12), "Modulul 3", "");
    private static final SchoolTerm SPRING =
            new SchoolTerm(LocalDate.of(2027, 2, 22), LocalDate.of(2027, 4, 23), "Modulul 4", "");
    private static final SchoolTerm LAST_DAYS =
            new SchoolTerm(LocalDate.of(2027, 6, 17), LocalDate.of(2027, 6, 18), "Modulul 5", "");
    private static final List<Need> NEEDS = List.of(
            need(TOWN, CaseCategory.NO_ID, 60),
            need(SEAT, CaseCategory.NO_ID, 100),
            need(SEAT, CaseCategory.FIRST_ID_14, 20),
            need(SEAT, CaseCategory.NON_TRANSPORTABLE, 10),
            need(FAR, CaseCategory.FIRST_ID_14, 40));

    @Test
    void capturesAndHandoversOfAUatPreferItsMarketDay() {
        PlanInstance instance = derive(DatePreference.MARKET_DAYS, market(DayOfWeek.TUESDAY));
        assertThat(dates(instance, "v" + SEAT + "-1"))
                .contains(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 12, 28))
                .allMatch(date -> date.getDayOfWeek() == DayOfWeek.TUESDAY)
                .doesNotContain(LocalDate.of(2027, 6, 1)); // a public holiday
        assertThat(dates(instance, "v" + SEAT + "-1h")).isEqualTo(dates(instance, "v" + SEAT + "-1"));
        assertThat(dates(instance, "v" + FAR + "-1")).as("no market there").isEmpty();
        assertThat(visits(instance, PlanInstance.Kind.HOME))
                .as("whoever lies in bed goes to no market")
                .isNotEmpty()
                .allMatch(visit -> visit.preferredDates().isEmpty());
        PlanDocuments.validate(instance);
    }

    @Test
    void aMarketOfSomeMonthsIsPreferredInThese() {
        MarketDay summer = new MarketDay(MARKET_UAT, DayOfWeek.MONDAY, List.of(Month.JULY, Month.AUGUST), "");
        assertThat(dates(derive(DatePreference.MARKET_DAYS, summer), "v" + SEAT + "-1"))
                .hasSize(9)
                .allMatch(date -> date.getMonth() == Month.JULY || date.getMonth() == Month.AUGUST);
    }

    @Test
    void aMarketOnADayOnWhichNobodyCouldComeIsNoPreference() {
        assertThat(preferring(derive(DatePreference.MARKET_DAYS, market(DayOfWeek.SUNDAY))))
                .isEmpty();
        Availability mondays = new Availability(
                "id",
                new Place(Place.Level.UAT, "" + MARKET_UAT),
                Whose.MAYOR,
                new When.Weekly(Set.of(DayOfWeek.MONDAY), 9 * 3_600, 16 * 3_600),
                "",
                "planner",
                Instant.EPOCH);
        CountyCalendar tuesday = new CountyCalendar(List.of(market(DayOfWeek.TUESDAY)), List.of());
        assertThat(preferring(derive(List.of(DatePreference.MARKET_DAYS), tuesday, new OpenHours(List.of(mondays)))))
                .isEmpty();
    }

    @Test
    void whereFourteenYearOldsAreExpectedAtASchoolDaysOfTermArePreferred() {
        PlanInstance instance = derive(DatePreference.SCHOOL_TERMS);
        assertThat(preferring(instance))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("v" + SEAT + "-"))
                .as("not where cards are handed over")
                .noneMatch(id -> id.endsWith("h"));
        assertThat(dates(instance, "v" + SEAT + "-1"))
                .contains(WINTER.from(), WINTER.to(), SPRING.from())
                .contains(LocalDate.of(2027, 1, 8), LocalDate.of(2027, 4, 26)) // of which no row says anything
                .doesNotContain(WINTER.to().plusDays(3));
    }

    @Test
    void ofASchoolYearWithoutTermsNoDayIsWorseThanAnother() {
        List<LocalDate> dates = dates(derive(DatePreference.SCHOOL_TERMS), "v" + SEAT + "-1");
        assertThat(dates)
                .contains(LocalDate.of(2027, 9, 1), LocalDate.of(2027, 12, 28))
                .contains(LocalDate.of(2027, 8, 31)); // the terms known end in April
        SchoolTerm last = new SchoolTerm(LocalDate.of(2027, 5, 5), LocalDate.of(2027, 6, 18), "Modulul 5", "");
        CountyCalendar toSummer = new CountyCalendar(List.of(), List.of(WINTER, SPRING, last));
        assertThat(dates(derive(List.of(DatePreference.SCHOOL_TERMS), toSummer, OpenHours.UNKNOWN), "v" + SEAT + "-1"))
                .contains(last.to(), LocalDate.of(2027, 9, 1))
                .doesNotContain(last.to().plusDays(3), LocalDate.of(2027, 8, 31));
        assertThat(preferring(derive(List.of(DatePreference.SCHOOL_TERMS), CountyCalendar.EMPTY, OpenHours.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void underOtherConditionsOnlyPossibleDatesStayPreferred() {
        PlanInstance instance = derive(DatePreference.MARKET_DAYS, market(DayOfWeek.TUESDAY));
        String visit = "v" + SEAT + "-1";
        assertThat(PreferredDates.stillPossible(instance)).isEqualTo(instance);
        LocalDate tuesday = LocalDate.of(2027, 3, 2);
        assertThat(dates(PreferredDates.stillPossible(closedOn(instance, tuesday::equals)), visit))
                .hasSize(dates(instance, visit).size() - 1)
                .doesNotContain(tuesday);
        assertThat(preferring(PreferredDates.stillPossible(
                        closedOn(instance, date -> date.getDayOfWeek() == DayOfWeek.TUESDAY))))
                .isEmpty();
        assertThat(preferring(PreferredDates.stillPossible(
                        closedOn(instance, date -> date.getDayOfWeek() != DayOfWeek.TUESDAY))))
                .as("no day is better than another")
                .isEmpty();
    }

    private static PlanInstance closedOn(PlanInstance instance, Predicate<LocalDate> closed) {
        List<LocalDate> dates =
                FIRST.datesUntil(LAST.plusDays(1)).filter(closed).toList();
        return instance.withStations(instance.stations().stream()
                .map(station -> station.closedAlsoOn(dates))
                .toList());
    }

    @Test
    void fewFourteenYearOldsOrNoSchoolNearbyDoNotCount() {
        List<Need> few = List.of(need(SEAT, CaseCategory.NO_ID, 100), need(SEAT, CaseCategory.FIRST_ID_14, 1));
        CountyCalendar terms = new CountyCalendar(List.of(), List.of(WINTER));
        assertThat(preferring(derive(List.of(DatePreference.SCHOOL_TERMS), terms, OpenHours.UNKNOWN, few)))
                .isEmpty();
        List<Need> noSchool = List.of(need(FAR, CaseCategory.FIRST_ID_14, 40));
        assertThat(preferring(derive(List.of(DatePreference.SCHOOL_TERMS), terms, OpenHours.UNKNOWN, noSchool)))
                .isEmpty();
    }

    @Test
    void bothTogetherAreMarketDaysInTerm() {
        CountyCalendar both = new CountyCalendar(List.of(market(DayOfWeek.WEDNESDAY)), List.of(WINTER, LAST_DAYS));
        assertThat(dates(derive(DatePreference.ALL, both, OpenHours.UNKNOWN), "v" + SEAT + "-1"))
                .filteredOn(date -> date.isBefore(LocalDate.of(2027, 9, 1)))
                .containsExactly(
                        LocalDate.of(2027, 1, 13),
                        LocalDate.of(2027, 1, 20),
                        LocalDate.of(2027, 1, 27),
                        LocalDate.of(2027, 2, 3),
                        LocalDate.of(2027, 2, 10));
        MarketDay july = new MarketDay(MARKET_UAT, DayOfWeek.MONDAY, List.of(Month.JULY), "");
        CountyCalendar apart = new CountyCalendar(List.of(july), List.of(WINTER, LAST_DAYS));
        assertThat(dates(derive(DatePreference.ALL, apart, OpenHours.UNKNOWN), "v" + SEAT + "-1"))
                .as("no market in term: market goes first")
                .hasSize(4)
                .allMatch(date -> date.getMonth() == Month.JULY);
    }

    @Test
    void whoeverWantsNoneGetsNone() {
        CountyCalendar both = new CountyCalendar(List.of(market(DayOfWeek.WEDNESDAY)), List.of(WINTER));
        PlanInstance without = derive(List.of(), both, OpenHours.UNKNOWN);
        assertThat(preferring(without)).isEmpty();
        PreferredDates none = new PreferredDates(new PreferredDates.Wish(List.of(), both), territory(), NEEDS);
        PlanInstance with = derive(DatePreference.ALL, both, OpenHours.UNKNOWN);
        assertThat(preferring(with)).isNotEmpty();
        assertThat(none.applyTo(with).visits()).isEqualTo(without.visits());
    }

    @Test
    void theCheckerCountsAVisitOnAnotherDay() {
        PlanInstance instance = derive(DatePreference.MARKET_DAYS, market(DayOfWeek.TUESDAY));
        String visit = "v" + SEAT + "-1";
        LocalDate tuesday = dates(instance, visit).get(3);
        assertThat(missed(instance, visit, tuesday)).isZero();
        assertThat(missed(instance, visit, tuesday.plusDays(1))).isEqualTo(1);
    }

    private static long missed(PlanInstance instance, String visit, LocalDate date) {
        int nine = 9 * 3_600;
        int end = nine + find(instance, visit).serviceSeconds();
        Plan plan = new Plan(
                Plan.SCHEMA,
                List.of(new Plan.PlannedVisit(visit, "station-1", date, nine, nine, end)),
                List.of(),
                List.of(),
                1,
                "test",
                0,
                0,
                "");
        CheckReport report = new PlanChecker().check(instance, plan);
        return report.rules().stream()
                .filter(result -> result.rule() == PlanRule.PREFERRED_DATE)
                .mapToLong(CheckReport.RuleResult::matches)
                .sum();
    }

    private static MarketDay market(DayOfWeek weekday) {
        return new MarketDay(MARKET_UAT, weekday, List.of(), "test");
    }

    private static PlanInstance derive(DatePreference kind, MarketDay... markets) {
        return derive(List.of(kind), new CountyCalendar(List.of(markets), List.of(WINTER, SPRING)), OpenHours.UNKNOWN);
    }

    private static PlanInstance derive(List<DatePreference> kinds, CountyCalendar calendar, OpenHours hours) {
        return derive(kinds, calendar, hours, NEEDS);
    }

    private static PlanInstance derive(
            List<DatePreference> kinds, CountyCalendar calendar, OpenHours hours, List<Need> needs) {
        Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new InstanceDerivation(PlanningDefaults.STANDARD, new Holidays("ro"))
                .derive(
                        new InstanceDerivation.Question(
                                FIRST,
                                LAST,
                                FIRST.minusDays(40),
                                List.of(new Station("station-1", "Station 1", "base", 28_800, 59_400, week, 60)),
                                territory(),
                                needs),
                        new InstanceDerivation.Known(
                                Experience.NONE, hours, Optional.empty(), new PreferredDates.Wish(kinds, calendar)),
                        SmallCounty::travel);
    }

    private static Territory territory() {
        Territory small = SmallCounty.territory();
        return new Territory(
                small.county(),
                small.listUats(),
                small.listLocalities(),
                small.listSites().stream()
                        .map(site -> site.id().equals("s" + FAR) ? hall(site) : site)
                        .toList(),
                small.listOffices());
    }

    private static Site hall(Site site) {
        return new Site(
                site.id(),
                site.kind(),
                site.localitySiruta(),
                site.uatSiruta(),
                "Căminul Cultural",
                site.position(),
                site.wheelchair());
    }

    private static Stream<PlanInstance.Visit> stream(PlanInstance instance) {
        return instance.visits().stream();
    }

    private static List<PlanInstance.Visit> visits(PlanInstance instance, PlanInstance.Kind kind) {
        return stream(instance).filter(visit -> visit.kind() == kind).toList();
    }

    private static List<String> preferring(PlanInstance instance) {
        return stream(instance)
                .filter(visit -> !visit.preferredDates().isEmpty())
                .map(PlanInstance.Visit::id)
                .toList();
    }

    private static List<LocalDate> dates(PlanInstance instance, String visit) {
        return find(instance, visit).preferredDates();
    }

    private static PlanInstance.Visit find(PlanInstance instance, String visit) {
        return stream(instance)
                .filter(one -> one.id().equals(visit))
                .findFirst()
                .orElseThrow();
    }
}
