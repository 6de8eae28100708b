package ro.caravana.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** {@code /sw.js}: what a phone keeps so that the team's screen opens without a network. */
@CaravanaTest
class ShellTests {
    private static final Pattern FILE = Pattern.compile("^  \"(/[^\"]*)\",$", Pattern.MULTILINE);

    @Autowired
    Browserless app;

    @Test
    void everyFileOnTheListIsThereForAnybody() {
        List<String> files = files();
        assertThat(files)
                .contains(
                        "/",
                        "/app/main.js",
                        "/app/teren/teren-workspace.js",
                        "/i18n/ro.json",
                        "/styles/field.css",
                        "/images/icon-192.png",
                        "/manifest.webmanifest",
                        "/webjars/lit/index.js",
                        "/webjars/leaflet/dist/leaflet-src.esm.js",
                        "/webjars/idb/build/index.js")
                .hasSizeLessThan(400);
        assertThat(files)
                .allSatisfy(file -> app.nobody()
                        .get()
                        .uri(file)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(HttpStatus.OK)
                        .expectBody()
                        .returnResult());
    }

    @Test
    void noFigureIsOnTheList() {
        assertThat(files())
                .noneMatch(file -> file.startsWith("/api") || file.startsWith("/ogc") || file.startsWith("/p/"));
    }

    @Test
    void theListHasAVersion() {
        assertThat(script())
                .containsPattern("const VERSION = \"[0-9a-f]{16}\";")
                .contains("addEventListener('fetch'");
    }

    @Test
    void thePageCanBeInstalled() {
        app.nobody()
                .get()
                .uri("/manifest.webmanifest")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("application/manifest+json");
    }

    private List<String> files() {
        return FILE.matcher(script())
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .toList();
    }

    private String script() {
        return String.valueOf(app.nobody()
                .get()
                .uri("/sw.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/javascript")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
