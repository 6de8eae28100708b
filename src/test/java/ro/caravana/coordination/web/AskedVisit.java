package ro.caravana.coordination.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visit of no plan in Boteni, about which mayor and police have been asked. */
record AskedVisit(String id, String mayor) {
    static final LocalDate DAY = LocalDate.of(2027, 3, 17);

    /** @param start second of the day */
    static AskedVisit ask(Browserless app, JdbcClient jdbc, String plan, int start, int end) {
        String id = plan + ".v1";
        jdbc.sql("""
                INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                    site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                VALUES (?, ?, 'v1', 'station-1', 'CAPTURE', 57715, 57706, 'Boteni', 'Mociu', 's', 'Școala', 40, ?, ?, ?,
                    'MOVED', 1, TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00')
                """).params(id, plan, DAY, start, end).update();
        JsonNode asked = read(app.planner()
                .post()
                .uri("/api/v1/visits/" + id + "/actions/ask")
                .bodyValue(Map.of()));
        return new AskedVisit(id, mayorsLink(asked));
    }

    void forget(JdbcClient jdbc) {
        jdbc.sql("DELETE FROM appointment WHERE id = ?").param(id).update();
    }

    static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    static String mayorsLink(JsonNode visit) {
        return URI.create(visit.at("/links/mayor").asString()).getPath();
    }

    /** @return the status */
    static int answer(Browserless app, String path, String form) {
        return app.nobody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
