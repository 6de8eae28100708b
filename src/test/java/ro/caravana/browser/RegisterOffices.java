package ro.caravana.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.register.support.OfficePen.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import ro.caravana.register.support.OfficePen;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The county's register offices, each with its key, telling through the signed feed which documents they have issued. */
final class RegisterOffices {
    private final Browserless app;
    private final Map<String, OfficePen> pens = new HashMap<>();
    private final Map<Integer, String> officeOf = new HashMap<>();

    RegisterOffices(Browserless app) {
        this.app = app;
    }

    /** Every office says what it did before the story begins; shares of the need that differ from UAT to UAT, so that the map has colours. */
    void tellWhatWasIssued(Instant at, Instant completeTo) {
        Map<String, List<Map<String, Object>>> events = new HashMap<>();
        for (JsonNode row : read("/api/v1/coverage?level=uat").at("/rows")) {
            int siruta = row.at("/siruta").asInt();
            String office = row.at("/office").asString();
            officeOf.put(siruta, office);
            List<Map<String, Object>> told = events.computeIfAbsent(office, key -> new ArrayList<>());
            long issued = row.at("/need/mean").asLong() * (siruta % 9) / 10;
            if (issued > 0) {
                told.add(event(UUID.randomUUID(), at.toString(), siruta, "EXPIRED_ID", "RESOLVED", issued));
            }
        }
        events.forEach((office, told) -> send(office, told, completeTo));
    }

    /** The identity cards that the UAT's office has issued after a visit to one of its villages. */
    void issue(int uat, int village, int count, Instant at) {
        var issued = event(UUID.randomUUID(), at.toString(), village, "NO_ID", "RESOLVED", count);
        send(officeOf.getOrDefault(uat, ""), List.of(issued), at.plusSeconds(3_600));
    }

    void tellThatNothingMoreHappened(Instant completeTo) {
        pens.keySet().forEach(office -> send(office, List.of(), completeTo));
    }

    private void send(String office, List<Map<String, Object>> events, Instant completeTo) {
        app.nobody()
                .post()
                .uri("/api/v1/sync/batches")
                .header("Content-Type", "application/jose")
                .bodyValue(pens.computeIfAbsent(office, this::penOf).next(completeTo, events))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private OfficePen penOf(String office) {
        OfficePen pen = new OfficePen(office, office + "-1");
        app.admin()
                .post()
                .uri("/api/v1/sync/offices/" + office + "/keys")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("kty", "OKP", "crv", "Ed25519", "x", pen.x(), "kid", pen.kid()))
                .exchange()
                .expectStatus()
                .isCreated();
        return pen;
    }

    private JsonNode read(String path) {
        byte[] body = app.planner()
                .get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(body).as(path).isNotNull();
        return JsonMapper.shared().readTree(body);
    }
}
