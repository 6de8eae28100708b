package ro.caravana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /v3/api-docs} tells other programmers. */
@CaravanaTest
class ApiDescriptionTests {
    @Autowired
    Browserless app;

    private JsonNode description;

    @BeforeEach
    void read() {
        byte[] body = app.planner()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        description = JsonMapper.builder().build().readTree(body);
    }

    @Test
    void describesTheApiAndNothingElse() {
        assertThat(description.get("paths").propertyNames())
                .contains("/api/v1/needs", "/api/v1/county", "/api/v1/plans")
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void saysWhoseApiItIs() {
        assertThat(description.at("/info/title").asString()).isEqualTo("Caravana");
        assertThat(description.at("/info/description").asString()).contains("RFC 9457", "/ogc");
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
    }

    @Test
    void whoIsLookingIsNoParameter() {
        List<String> parameters = new ArrayList<>();
        description
                .get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("parameters")
                        .forEach(parameter ->
                                parameters.add(parameter.get("name").asString()))));
        assertThat(parameters).contains("level", "id").doesNotContain("viewer");
    }

    @Test
    void typesOfOneNameInTwoRoomsStayTwoTypes() {
        assertThat(description.at("/components/schemas").propertyNames())
                .contains("ro.caravana.disclosure.PublishedCount")
                .allMatch(name -> name.contains("."));
    }
}
