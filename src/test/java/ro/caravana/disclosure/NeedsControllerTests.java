package ro.caravana.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/needs} on the bundled county and its made-up sample. */
@CaravanaTest
class NeedsControllerTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Browserless app;

    @ParameterizedTest
    @CsvSource({"uat, 81", "locality, 434"})
    void everyPlaceHasARowWithItsTotalAndItsCategories(String level, int places) {
        JsonNode needs = needs(app.planner(), level);
        assertThat(needs.get("level").asString()).isEqualTo(level);
        assertThat(needs.get("asOf").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(needs.get("threshold").asInt()).isEqualTo(5);
        assertThat(needs.get("synthetic").asBoolean()).isTrue();
        assertThat(needs.at("/county/categories")).hasSize(7);
        assertThat(needs.get("rows")).hasSize(places).allSatisfy(row -> {
            assertThat(row.get("name").asString()).isNotBlank();
            assertThat(row.get("all").has("mean")).isTrue();
            assertThat(row.get("categories")).hasSize(7);
        });
    }

    @Test
    void theUatIsTheLevelUnlessSaidOtherwise() {
        assertThat(JSON.readTree(body(app.planner(), "/api/v1/needs"))
                        .get("level")
                        .asString())
                .isEqualTo("uat");
    }

    @Test
    void othersSeeNoFigureUnderTheThresholdAndNoIntervalBesideAHiddenOne() {
        JsonNode open = needs(app.planner(), "locality");
        for (WebTestClient reader : new WebTestClient[] {app.viewer(), app.field(), app.admin()}) {
            JsonNode guarded = needs(reader, "locality");
            int hidden = 0;
            for (int row = 0; row < open.get("rows").size(); row++) {
                for (JsonNode figure : guarded.at("/rows/" + row + "/categories")) {
                    hidden += figure.has("suppressed") ? 1 : 0;
                    assertThat(
                                    figure.has("suppressed")
                                            ? figure.size()
                                            : figure.get("mean").asInt() - 4)
                            .isPositive();
                    assertThat(figure.size()).isIn(1, 3);
                }
            }
            assertThat(hidden).isPositive();
            assertThat(guarded.get("county")).isEqualTo(open.get("county"));
        }
    }

    @Test
    void anotherViewerGetsAnotherTag() {
        assertThat(tag(app.planner())).isNotEqualTo(tag(app.viewer()));
        assertThat(tag(app.viewer())).isEqualTo(tag(app.admin()));
    }

    @Test
    void unchangedFiguresAreNotSentTwice() {
        app.viewer()
                .get()
                .uri("/api/v1/needs")
                .header("If-None-Match", tag(app.viewer()))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"county", "UAT", "uat,locality"})
    void anUnknownLevelIsRefused(String level) {
        app.viewer()
                .get()
                .uri("/api/v1/needs?level={level}", level)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:level-unknown");
    }

    @Test
    void nobodySeesFiguresWithoutAnAccount() {
        app.nobody().get().uri("/api/v1/needs").exchange().expectStatus().isUnauthorized();
    }

    private static String tag(WebTestClient reader) {
        return reader.get()
                .uri("/api/v1/needs")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
    }

    private static JsonNode needs(WebTestClient reader, String level) {
        return JSON.readTree(body(reader, "/api/v1/needs?level=" + level));
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
