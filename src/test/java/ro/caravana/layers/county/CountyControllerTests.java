package ro.caravana.layers.county;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** {@code /api/v1/county} on the bundled county. */
@CaravanaTest
class CountyControllerTests {
    @Autowired
    Browserless app;

    @Test
    void theCountyTellsItsSizeAndWhereEverythingComesFrom() {
        app.viewer()
                .get()
                .uri("/api/v1/county")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Cluj")
                .jsonPath("$.population")
                .isEqualTo(679_141)
                .jsonPath("$.uats")
                .isEqualTo(81)
                .jsonPath("$.localities")
                .isEqualTo(434)
                .jsonPath("$.bounds[0]")
                .value(Double.class, west -> assertThat(west).isBetween(22.0, 23.0))
                .jsonPath("$.bounds[3]")
                .value(Double.class, north -> assertThat(north).isBetween(47.0, 47.6))
                .jsonPath("$.base.name")
                .isNotEmpty()
                .jsonPath("$.statistics.synthetic")
                .isEqualTo(true)
                .jsonPath("$.statistics.importedAt")
                .isNotEmpty()
                .jsonPath("$.boundaries.generalised")
                .isEqualTo(true)
                .jsonPath("$.roads.schematic")
                .isEqualTo(true)
                .jsonPath("$.stations[0].id")
                .isEqualTo("station-1")
                .jsonPath("$.tiles")
                .isEmpty()
                .jsonPath("$.planningYear")
                .value(Integer.class, year -> assertThat(year).isBetween(2026, 2100));
    }

    @Test
    void anUnchangedCountyIsNotSentTwice() {
        String tag = app.viewer()
                .get()
                .uri("/api/v1/county")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        app.planner()
                .get()
                .uri("/api/v1/county")
                .header("If-None-Match", String.valueOf(tag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void nobodySeesTheCountyWithoutAnAccount() {
        app.nobody().get().uri("/api/v1/county").exchange().expectStatus().isUnauthorized();
    }
}
