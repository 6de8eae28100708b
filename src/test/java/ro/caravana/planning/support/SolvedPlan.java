package ro.caravana.planning.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders plans as a planner does and reads the application's answers. */
public final class SolvedPlan {
    private SolvedPlan() {}

    /** The id of a plan whose search has ended. */
    public static String order(Browserless app, String name, String start, String end) {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", name, "start", start, "end", end)))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        return plan;
    }

    /**
     * The best of the other days on which an accepted visit could be held.
     *
     * @param visit its id as an appointment: plan, dot, visit
     */
    public static String otherDay(Browserless app, String visit) {
        int dot = visit.indexOf('.');
        return read(app.planner()
                        .get()
                        .uri("/api/v1/plans/" + visit.substring(0, dot) + "/visits/" + visit.substring(dot + 1)
                                + "/alternatives"))
                .at("/alternatives/0/date")
                .asString();
    }

    /** Any answer's JSON, an error's too. */
    public static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
