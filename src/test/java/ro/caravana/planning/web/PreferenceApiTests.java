package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import ro.caravana.territory.MarketDay;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import tools.jackson.databind.JsonNode;

/** Market days and school terms, ordered and as a scenario, over HTTP, in two months of the bundled county. */
@PlanningTest
class PreferenceApiTests {
    private static final LocalDate IN_THE_SKI_WEEK = LocalDate.of(2027, 2, 17);

    @Autowired
    Browserless app;

    @Autowired
    PlanLibrary library;

    @Autowired
    TerritoryRegistry territory;

    @Test
    void theCountysCalendarIsToldToWhoeverIsSignedIn() {
        JsonNode calendar = PlanCalls.get(app.viewer(), "/api/v1/calendar");
        assertThat(calendar.at("/marketDays"))
                .anyMatch(day -> day.at("/uatSiruta").asInt() == 55384
                        && day.at("/weekday").asString().equals("MON")
                        && day.at("/months").isEmpty());
        assertThat(calendar.at("/schoolTerms"))
                .anyMatch(term -> term.at("/from").asString().equals("2027-02-22")
                        && !term.at("/source").asString().isEmpty());
        assertThat(calendar.at("/knownSchoolDays/0/from").asString()).endsWith("-09-01");
    }

    /** An order as it was sent before there was a choice. */
    @Test
    void anOrderThatDoesNotSayPrefersBoth() {
        PlanCalls calls = new PlanCalls(app);
        String plan = calls.solve(PlanCalls.TWO_MONTHS);
        List<PlanInstance.Visit> preferring = preferring(plan);
        assertThat(preferring).as("where there is a market").anyMatch(this::hasMarket);
        assertThat(preferring)
                .filteredOn(this::hasMarket)
                .allSatisfy(visit -> assertThat(weekdays(visit)).hasSize(1));
        assertThat(preferring).as("for school alone").anyMatch(visit -> !hasMarket(visit));
        assertThat(preferring)
                .filteredOn(visit -> !hasMarket(visit))
                .allMatch(visit -> !visit.preferredDates().contains(IN_THE_SKI_WEEK));
        assertThat(calls.get(plan).at("/score"))
                .anyMatch(part -> part.at("/rule").asString().equals("preferredDate"));
        String market = preferring.stream()
                .filter(this::hasMarket)
                .findFirst()
                .orElseThrow()
                .id();
        JsonNode why = PlanCalls.get(app.planner(), "/api/v1/plans/" + plan + "/visits/" + market + "/explanation");
        assertThat(why.at("/shapedBy"))
                .anyMatch(shape -> shape.at("/code").asString().equals("preferred-market"));
    }

    @Test
    void oneOfTheTwoMayBeWantedOrNeither() {
        PlanCalls calls = new PlanCalls(app);
        assertThat(preferring(calls.solve(order(List.of("MARKET_DAYS")))))
                .isNotEmpty()
                .allMatch(this::hasMarket);
        assertThat(preferring(calls.solve(order(List.of("SCHOOL_TERMS")))))
                .isNotEmpty()
                .allSatisfy(visit -> assertThat(weekdays(visit)).hasSize(5));
        String neither = calls.solve(order(List.of()));
        assertThat(preferring(neither)).isEmpty();
        assertThat(calls.get(neither).at("/prefer").toString()).isEqualTo("[]");
    }

    @Test
    void aScenarioKeepsThemUnlessItSaysOtherwise() {
        PlanCalls calls = new PlanCalls(app);
        String base = calls.solve(PlanCalls.TWO_MONTHS);
        String same = scenario(calls, base, Map.of("name", "La fel"));
        assertThat(preferring(same)).isEqualTo(preferring(base));
        assertThat(asked(calls, base)).containsExactly("MARKET_DAYS", "SCHOOL_TERMS");
        assertThat(asked(calls, same)).isEqualTo(asked(calls, base));
        String tuesdays = scenario(calls, base, Map.of("name", "Marți", "weekdays", List.of("TUE")));
        assertThat(preferring(tuesdays))
                .as("markets on other days are impossible")
                .allSatisfy(visit -> assertThat(weekdays(visit)).containsExactly(DayOfWeek.TUESDAY));
        String without = scenario(calls, base, Map.of("name", "Fără", "prefer", List.of()));
        assertThat(preferring(without)).isEmpty();
        assertThat(asked(calls, without)).isEmpty();
        String again =
                scenario(calls, without, Map.of("name", "Iar", "prefer", List.of("SCHOOL_TERMS", "MARKET_DAYS")));
        assertThat(preferring(again)).isEqualTo(preferring(base));
        assertThat(asked(calls, again)).isEqualTo(asked(calls, base));
        JsonNode compared = PlanCalls.get(app.planner(), "/api/v1/plans/" + base + "/comparison?with=" + without);
        assertThat(compared.at("/conditions"))
                .anyMatch(condition -> condition.at("/name").asString().equals("preferring")
                        && condition.at("/first").asInt() == preferring(base).size()
                        && condition.at("/second").asInt() == 0);
    }

    private static Map<String, Object> order(List<String> prefer) {
        Map<String, Object> order = new HashMap<>(PlanCalls.TWO_MONTHS);
        order.put("prefer", prefer);
        return order;
    }

    private String scenario(PlanCalls calls, String base, Map<String, Object> body) {
        String id = PlanCalls.read(app.planner()
                        .post()
                        .uri("/api/v1/plans/" + base + "/scenarios")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isAccepted())
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> calls.get(id).at("/status").asString(), "finished"::equals);
        return id;
    }

    /** What the plan says it was ordered to prefer. */
    private static List<String> asked(PlanCalls calls, String plan) {
        JsonNode kinds = calls.get(plan).at("/prefer");
        assertThat(kinds.isArray()).isTrue();
        return kinds.valueStream().map(JsonNode::asString).toList();
    }

    private List<PlanInstance.Visit> preferring(String plan) {
        return library.getSolved(plan).instance().visits().stream()
                .filter(visit -> !visit.preferredDates().isEmpty())
                .toList();
    }

    private boolean hasMarket(PlanInstance.Visit visit) {
        Territory county = territory.current();
        int uat = county.getSite(visit.site()).uatSiruta();
        return territory.calendar().marketDays().stream()
                .map(MarketDay::uatSiruta)
                .anyMatch(market -> market == uat);
    }

    private static Set<DayOfWeek> weekdays(PlanInstance.Visit visit) {
        return visit.preferredDates().stream().map(LocalDate::getDayOfWeek).collect(Collectors.toSet());
    }
}
