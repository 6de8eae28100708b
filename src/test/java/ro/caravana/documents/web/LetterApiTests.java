package ro.caravana.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters to partners, from the question to the paper. */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=32") // a house of its own: no letter was written yet
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterApiTests {
    @Autowired
    private Browserless app;

    @Test
    void aQuestionBecomesTwoLettersWithNumbersAndAddresses() throws IOException {
        assertThat(app.planner()
                        .get()
                        .uri("/api/v1/letters.pdf")
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .isEqualTo(404);
        List<JsonNode> visits = solved();
        JsonNode visit = ask(visits.get(0).at("/id").asString());
        PdfPages mayor = letter(visit, "mayor");
        String link = visit.at("/links/mayor").asString();
        assertThat(mayor.count()).isEqualTo(1);
        assertThat(mayor.all())
                .contains("Nr. 1 din 22.11.2026", "Primăria", "de persoane", "priză", "SINTETICE")
                .contains(visit.at("/locality").asString());
        assertThat(mayor.all().replaceAll("\\s", "")).contains(link.substring(link.lastIndexOf('/')));
        assertThat(letter(visit, "police").all()).contains("Nr. 2 din", "Poliția");
        assertThat(letter(visit, "mayor").all()).contains("Nr. 1 din");

        ask(visits.get(1).at("/id").asString());
        byte[] all = bytes("/api/v1/letters.pdf?lang=en");
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "letters.pdf"), all);
        PdfPages printed = PdfPages.read(all);
        assertThat(printed.count()).isEqualTo(4);
        assertThat(printed.page(4)).contains("No. 4 of");
    }

    @Test
    void lettersAreForPlannersOnly() {
        for (WebTestClient other : List.of(app.viewer(), app.field(), app.admin())) {
            other.get().uri("/api/v1/letters.pdf").exchange().expectStatus().isForbidden();
            other.get()
                    .uri("/api/v1/visits/a.b/letters/mayor.pdf")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void thereIsNoLetterToNobody() {
        app.planner()
                .get()
                .uri("/api/v1/visits/a.b/letters/priest.pdf")
                .exchange()
                .expectStatus()
                .isBadRequest();
        app.planner()
                .get()
                .uri("/api/v1/visits/a.b/letters/mayor.pdf")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private List<JsonNode> solved() {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Scrisori", "start", "2027-03-01", "end", "2027-03-31")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        List<JsonNode> captures = new ArrayList<>();
        read(app.planner().get().uri("/api/v1/visits?plan=" + plan))
                .at("/visits")
                .valueStream()
                .filter(visit -> visit.at("/kind").asString().equals("CAPTURE"))
                .filter(visit -> visit.at("/persons/count").asInt() > 20)
                .forEach(captures::add);
        return captures;
    }

    private JsonNode ask(String id) {
        return read(app.planner().post().uri("/api/v1/visits/" + id + "/actions/ask"));
    }

    private PdfPages letter(JsonNode visit, String partner) {
        return PdfPages.read(bytes("/api/v1/visits/" + visit.at("/id").asString() + "/letters/" + partner + ".pdf"));
    }

    private byte[] bytes(String path) {
        EntityExchangeResult<byte[]> answer = app.planner()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        assertThat(answer.getResponseHeaders().getCacheControl()).contains("no-store");
        byte[] body = answer.getResponseBodyContent();
        return body == null ? new byte[0] : body;
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
