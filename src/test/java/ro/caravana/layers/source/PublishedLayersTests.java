package ro.caravana.layers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the layers of the bundled county say, and to whom. */
@CaravanaTest
class PublishedLayersTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UAT_LAYER_BYTES = 100_000;

    @Autowired
    Browserless app;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"uats", "localities"})
    void theMapHidesWhatTheTableHides(String collection) {
        Map<Integer, JsonNode> table = new HashMap<>();
        String level = collection.equals("uats") ? "uat" : "locality";
        json(app.viewer(), "/api/v1/needs?level=" + level)
                .get("rows")
                .forEach(row -> table.put(row.get("siruta").asInt(), row.get("all")));
        JsonNode features = json(app.viewer(), items(collection)).get("features");
        assertThat(features).hasSize(table.size()).allSatisfy(feature -> {
            JsonNode figure = table.get(feature.get("id").asInt());
            JsonNode shown = feature.get("properties");
            assertThat(shown.get("suppressed").asBoolean()).isEqualTo(figure.has("suppressed"));
            assertThat(shown.get("need").isNull()).isEqualTo(figure.has("suppressed"));
            assertThat(shown.get("needHigh").isNull()).isEqualTo(figure.has("suppressed"));
            assertThat(shown.get("need").asInt(-1))
                    .isEqualTo(figure.path("mean").asInt(-1));
        });
    }

    @Test
    void plannersSeeEveryFigureOnTheMap() {
        JsonNode features = json(app.planner(), items("localities")).get("features");
        assertThat(features)
                .allSatisfy(feature -> assertThat(
                                feature.at("/properties/suppressed").asBoolean())
                        .isFalse());
        JsonNode guarded = json(app.viewer(), items("localities")).get("features");
        assertThat(guarded)
                .anySatisfy(feature -> assertThat(
                                feature.at("/properties/suppressed").asBoolean())
                        .isTrue());
    }

    @Test
    void theRateIsThatOfTheFigureBesideIt() {
        for (JsonNode feature : json(app.viewer(), items("uats")).get("features")) {
            JsonNode shown = feature.get("properties");
            if (shown.get("suppressed").asBoolean()) {
                assertThat(shown.get("per1000").isNull()).isTrue();
                continue;
            }
            double expected =
                    1000.0 * shown.get("need").asInt() / shown.get("population").asInt();
            assertThat(shown.get("per1000").asDouble()).isBetween(expected - 0.051, expected + 0.051);
        }
    }

    /** With the JDK's client, because the test client unpacks silently. */
    @Test
    void theUatLayerTravelsCompressedAndUnderAHundredKilobytes() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + items("uats")))
                .header("Accept-Encoding", "gzip")
                .header("Authorization", "Basic " + HttpHeaders.encodeBasicAuth("viewer", Browserless.PASSWORD, null))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        System.out.printf("UAT layer: %d bytes compressed%n", answer.body().length);
        assertThat(answer.body().length).isLessThan(UAT_LAYER_BYTES);
    }

    @Test
    void theCollectionNamesItsSourcesAndSaysThatTheyAreMadeUpOrGeneralised() {
        String attribution =
                json(app.viewer(), "/ogc/collections/uats").get("attribution").asString();
        assertThat(attribution).contains("generalizate, neoficiale", "sintetice");
    }

    private static String items(String collection) {
        return "/ogc/collections/" + collection + "/items";
    }

    private static JsonNode json(WebTestClient reader, String path) {
        return JSON.readTree(body(reader, path));
    }

    private static byte[] body(WebTestClient reader, String path) {
        return reader.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }
}
