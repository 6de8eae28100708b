package ro.caravana.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.coordination.web.AskedVisit.read;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/group-list}: an administrator says where the working group gets mail. */
@PlanningTest
class GroupListApiTests {
    private static final String PATH = "/api/v1/group-list";

    @Autowired
    private Browserless app;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("DELETE FROM group_list").update();
    }

    @Test
    void anAdministratorSetsItAndPlannersReadItInTheirMail() {
        JsonNode before = read(app.admin().get().uri(PATH));
        assertThat(before.at("/fromSetting").asBoolean()).isTrue();
        JsonNode set = read(put(app.admin(), " grup@cluj.ro ", 0));
        assertThat(set.at("/email").asString()).isEqualTo("grup@cluj.ro");
        assertThat(set.at("/version").asInt()).isEqualTo(1);
        assertThat(set.at("/fromSetting").asBoolean()).isFalse();
        assertThat(set.at("/history/0/by").asString()).isEqualTo("admin");
        assertThat(read(app.planner().get().uri("/api/v1/mail")).at("/group").asString())
                .isEqualTo("grup@cluj.ro");
        assertThat(read(put(app.admin(), "altul@cluj.ro", 0)).at("/type").asString())
                .isEqualTo("urn:caravana:problem:group-list-changed");
        assertThat(read(put(app.admin(), "a@b", 1)).at("/field").asString()).isEqualTo("email");
        assertThat(read(put(app.admin(), "", 1)).at("/email").isNull()).isTrue();
    }

    @Test
    void nobodyElseReadsOrSetsIt() {
        for (WebTestClient other : new WebTestClient[] {app.planner(), app.viewer(), app.field()}) {
            other.get().uri(PATH).exchange().expectStatus().isForbidden();
            put(other, "grup@cluj.ro", 0).exchange().expectStatus().isForbidden();
        }
    }

    private static WebTestClient.RequestHeadersSpec<?> put(WebTestClient as, String email, int version) {
        return as.put().uri(PATH).bodyValue(Map.of("email", email, "version", version));
    }
}
