package ro.caravana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every address that can be read, as one of the working group, as a field team and as a planner: each is open to whom its
 * controller declares, nothing fails, and no figure under the threshold reaches anybody but planners.
 */
@PlanningTest
class EveryAnswerTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int THRESHOLD = 5;
    private static final Set<String> FIGURES = Set.of("count", "mean");
    /** In calendars, the only text form whose figures stand beside a word. */
    private static final Pattern SMALL_IN_WORDS = Pattern.compile("Persoane estimate: [0-4](?!\\d)");

    /** A variable part of an address, with or without its form: {@code {id}}, {@code {siruta:[0-9]{1,9}}}. */
    private static final Pattern PART = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^}]*})*)?}");

    private static final List<String> LAYERS =
            List.of("uats", "localities", "sites", "services", "offices", "coverage");
    private static String plan = "";
    private static String day = "";
    private static String visit = "";
    private static String planned = "";

    @Autowired
    Browserless app;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    /** What came back: the status and, of a stream that never ends, the first event. */
    private record Answer(int status, String body) {}

    @BeforeEach
    void makeAPlanOnce() {
        if (!plan.isEmpty()) {
            return;
        }
        plan = order();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> read("/api/v1/plans/" + plan).at("/status").asString(), "finished"::equals);
        JsonNode telling = read("/api/v1/plans/" + plan)
                .at("/days")
                .valueStream()
                .filter(EveryAnswerTests::hasSmallVisit)
                .findFirst()
                .orElseThrow();
        day = telling.at("/date").asString();
        planned = telling.at("/visits/0/id").asString();
        JsonNode accepted = JSON.readTree(ask(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .body());
        visit = accepted.at("/visits/0/id").asString();
    }

    private static boolean hasSmallVisit(JsonNode day) {
        return day.at("/visits")
                .valueStream()
                .anyMatch(one -> one.at("/persons/count").asInt(THRESHOLD) < THRESHOLD);
    }

    @Test
    void theWorkingGroupReadsWhatIsDeclaredAndNoSmallFigure() {
        walk(app.viewer(), "VIEWER");
    }

    @Test
    void aFieldTeamReadsWhatIsDeclaredAndNoSmallFigure() {
        walk(app.field(), "FIELD");
    }

    /** Also the proof that the walk would see a small figure: planners are shown plenty. */
    @Test
    void planners() {
        List<String> small = new ArrayList<>();
        addresses().forEach((address, rule) -> {
            Answer answer = ask(app.planner().get().uri(address));
            isAsDeclared(address, answer, allows(rule, "PLANNER"));
            small.addAll(smallFigures(answer.body()));
        });
        assertThat(small).anyMatch(figure -> figure.startsWith("count")).anyMatch(figure -> figure.startsWith("mean"));
        assertThat(small).anyMatch(figure -> figure.startsWith("Persoane estimate"));
    }

    private void walk(WebTestClient reader, String role) {
        List<String> read = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        addresses().forEach((address, rule) -> {
            Answer answer = ask(reader.get().uri(address));
            isAsDeclared(address, answer, allows(rule, role));
            assertThat(smallFigures(answer.body())).as(address).isEmpty();
            (answer.status() == 200 ? read : refused).add(address);
        });
        assertThat(read).hasSizeGreaterThan(20).contains(plan("explanation"), "/api/v1/needs", "/api/v1/visits");
        assertThat(refused).contains("/api/v1/accounts", "/api/v1/statistics/imports", plan("plan.json"));
    }

    /** Where nothing is there yet, or only the papers of others, an address may say so; a role it is for is never refused as one. */
    private static void isAsDeclared(String address, Answer answer, boolean allowed) {
        if (allowed) {
            assertThat(answer.status()).as(address).isLessThan(500).isNotEqualTo(401);
            assertThat(answer.body()).as(address).doesNotContain("urn:caravana:problem:forbidden");
        } else {
            assertThat(answer.status()).as(address).isEqualTo(403);
        }
    }

    /** Every address that answers GET, filled with what exists, and the rule its controller declares. */
    private Map<String, Optional<String>> addresses() {
        Map<String, Optional<String>> found = new TreeMap<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach((info, handler) ->
                            patterns(info).forEach(pattern -> found.put(filled(pattern), rule(handler))));
        }
        for (String layer : LAYERS) {
            found.put("/ogc/collections/" + layer + "/items?limit=1000", Optional.empty());
        }
        found.put("/api/v1/needs?level=locality", Optional.empty());
        found.put("/api/v1/coverage?level=locality", Optional.empty());
        assertThat(found).hasSizeGreaterThan(30).doesNotContainKey("");
        return found;
    }

    private static List<String> patterns(RequestMappingInfo info) {
        boolean readable = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
        return info.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(pattern -> readable && pattern.startsWith("/api/v1/"))
                .toList();
    }

    private static String filled(String pattern) {
        String id = pattern.startsWith("/api/v1/visits/") ? visit : pattern.startsWith("/api/v1/plans/") ? plan : "1";
        Map<String, String> examples = Map.of(
                "id",
                id,
                "plan",
                plan,
                "visit",
                planned,
                "station",
                "station-1",
                "office",
                "OSC-55384",
                "date",
                day,
                "siruta",
                "54975",
                "partner",
                "mayor");
        return PART.matcher(pattern)
                .replaceAll(part -> examples.getOrDefault(part.group(1), "1"))
                .replace("/coverage/persons", "/coverage/persons?siruta=55384");
    }

    private static String plan(String document) {
        return "/api/v1/plans/" + plan + "/" + document;
    }

    private static Optional<String> rule(HandlerMethod handler) {
        PreAuthorize rule = Optional.ofNullable(handler.getMethodAnnotation(PreAuthorize.class))
                .orElseGet(() -> AnnotationUtils.findAnnotation(handler.getBeanType(), PreAuthorize.class));
        return Optional.ofNullable(rule).map(PreAuthorize::value);
    }

    private static boolean allows(Optional<String> rule, String role) {
        return rule.map(text -> text.contains("'" + role + "'")).orElse(true);
    }

    private static List<String> smallFigures(String body) {
        List<String> found = new ArrayList<>(
                SMALL_IN_WORDS.matcher(body).results().map(hit -> hit.group()).toList());
        if (body.startsWith("{")) {
            collect(JSON.readTree(body), found);
        }
        return found;
    }

    private static void collect(JsonNode node, List<String> found) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (FIGURES.contains(member.getKey()) && value.isNumber() && value.asDouble() < THRESHOLD) {
                found.add(member.getKey() + " " + value);
            }
            collect(value, found);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, found));
        }
    }

    private static Answer ask(WebTestClient.RequestHeadersSpec<?> request) {
        FluxExchangeResult<String> answer = request.exchange().returnResult(String.class);
        boolean endless = MediaType.TEXT_EVENT_STREAM.isCompatibleWith(
                answer.getResponseHeaders().getContentType());
        var lines = endless ? answer.getResponseBody().take(1).take(Duration.ofSeconds(10)) : answer.getResponseBody();
        List<String> body =
                lines.collectList().blockOptional(Duration.ofSeconds(60)).orElseThrow();
        return new Answer(answer.getStatus().value(), String.join("\n", body));
    }

    private JsonNode read(String address) {
        return JSON.readTree(ask(app.planner().get().uri(address)).body());
    }

    private String order() {
        return JSON.readTree(ask(app.planner()
                                .post()
                                .uri("/api/v1/plans")
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(Map.of(
                                        "name",
                                        "Iarna și primăvara",
                                        "start",
                                        "2027-01-04",
                                        "end",
                                        "2027-05-28",
                                        "seed",
                                        1)))
                        .body())
                .at("/id")
                .asString();
    }
}
