package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/**
 * In a full month every other day is taken. A mayor may still have it, where only visits make room that nobody was asked about.
 *
 * <pre>
 *   9 March: A (asked), b, c      8 March: d, e      A's mayor takes the 8th:  d, e ↔ A (b, c)
 * </pre>
 */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=34") // a house of its own: nobody else's visits
class MakingRoomTests {
    private static final Pattern OFFERED = Pattern.compile("name=\"alternative\" value=\"(2027-\\d\\d-\\d\\d)\"");

    @Autowired
    private Browserless app;

    private String plan = "";

    @Test
    void visitsNobodyKnowsOfMakeRoomForTheMayorsDate() {
        List<JsonNode> visits = aFullMonth();
        String asked = visits.get(0).at("/id").asString();
        String path = ask(asked);
        List<String> offered = offered(path);
        assertThat(offered).isNotEmpty().allMatch(date -> date.startsWith("2027-03-"));
        String chosen = offered.get(0);
        List<String> there = onDay(chosen);
        assertThat(answer(path, chosen)).isEqualTo(200);
        assertThat(read("/api/v1/visits/" + asked).at("/date").asString()).isEqualTo(chosen);
        assertThat(planned(chosen)).contains(asked.substring(asked.indexOf('.') + 1));
        assertThat(onDay(chosen)).isNotEqualTo(there).containsExactlyElementsOf(sorted(planned(chosen)));

        Map<String, List<String>> before = new LinkedHashMap<>();
        visits.subList(1, visits.size()).forEach(visit -> {
            String id = visit.at("/id").asString();
            before.put(id, offered(ask(id)));
        });
        String next = before.keySet().stream()
                .filter(id -> !lost(id, before.get(id)).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("everybody who would make room is asked about now"));
        assertThat(answer(path(next), lost(next, before.get(next)).get(0))).isEqualTo(400);
        assertThat(read("/api/v1/visits/" + next).at("/state").asString()).isEqualTo("asked");
    }

    /** What its mayor was offered and is not any more. */
    private List<String> lost(String visit, List<String> before) {
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(offered(path(visit)));
        return lost;
    }

    private List<JsonNode> aFullMonth() {
        plan = SolvedPlan.order(app, "Martie plin", "2027-03-01", "2027-03-31");
        SolvedPlan.read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"));
        return read("/api/v1/visits?plan=" + plan)
                .at("/visits")
                .valueStream()
                .filter(each -> "CAPTURE".equals(each.at("/kind").asString()))
                .filter(each -> each.at("/date").asString().compareTo("2027-03-09") >= 0)
                .toList();
    }

    private JsonNode read(String path) {
        return SolvedPlan.read(app.planner().get().uri(path));
    }

    /** Answers the mayor's path. */
    private String ask(String visit) {
        SolvedPlan.read(app.planner()
                .post()
                .uri("/api/v1/visits/" + visit + "/actions/ask")
                .bodyValue(Map.of()));
        return path(visit);
    }

    private String path(String visit) {
        return URI.create(read("/api/v1/visits/" + visit).at("/links/mayor").asString("/"))
                .getPath();
    }

    private List<String> offered(String path) {
        Matcher dates = OFFERED.matcher(String.valueOf(app.nobody()
                .get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        List<String> offered = new ArrayList<>();
        while (dates.find()) {
            offered.add(dates.group(1));
        }
        return offered;
    }

    private int answer(String path, String date) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("answer", "alternative");
        form.add("alternative", date);
        return app.nobody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getStatus()
                .value();
    }

    /** The visits of a day as coordination knows them. */
    private List<String> onDay(String date) {
        return sorted(read("/api/v1/visits?plan=" + plan)
                .at("/visits")
                .valueStream()
                .filter(each -> date.equals(each.at("/date").asString()))
                .map(each -> each.at("/id").asString())
                .map(id -> id.substring(id.indexOf('.') + 1))
                .toList());
    }

    /** The same as the plan has them. */
    private List<String> planned(String date) {
        return read("/api/v1/plans/" + plan)
                .at("/days")
                .valueStream()
                .filter(day -> date.equals(day.at("/date").asString()))
                .flatMap(day -> day.at("/visits").valueStream())
                .map(each -> each.at("/id").asString())
                .toList();
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}
