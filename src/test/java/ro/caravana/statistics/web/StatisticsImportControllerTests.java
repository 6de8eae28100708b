package ro.caravana.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

@CaravanaTest
class StatisticsImportControllerTests {
    private static final String IMPORTS = "/api/v1/statistics/imports";
    /** Cluj-Napoca. */
    private static final String GOOD = "siruta,category,period,count\n54984,NO_ID,2025,%d\n";

    @Autowired
    private Browserless browserless;

    @Test
    void aDryRunAnswersWithTheEffect() {
        post(file(GOOD.formatted(1) + "1,NO_ID,2025,4\n").part("dryRun", "true"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("dry-run")
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.byCategory.NO_ID")
                .isEqualTo(1)
                .jsonPath("$.asOf")
                .isEqualTo("2025-12-31")
                .jsonPath("$.rejections[0].row")
                .isEqualTo(3)
                .jsonPath("$.rejections[0].column")
                .isEqualTo("siruta")
                .jsonPath("$.rejections[0].reason")
                .isEqualTo("siruta-unknown")
                .jsonPath("$.rejections[0].sentence")
                .isEqualTo("Niciun loc din acest județ nu are acest cod SIRUTA.");
    }

    /** The sample stays what it is: this file calls itself synthetic, and speaks of a day long before. */
    @Test
    void anImportIsListedReadAndItsQuarantineDownloaded() {
        String text = "# SYNTHETIC\nsiruta,category,period,count\n54984,NO_ID,2001,5\n54984,NO_ID,2001,-5\n";
        String location = post(file(text))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("accepted")
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        assertThat(location).isNotNull();
        planner()
                .get()
                .uri(location)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rejected")
                .isEqualTo(1);
        planner()
                .get()
                .uri(IMPORTS)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.imports[0].periods[0]")
                .isEqualTo("2001-12-31");
        String quarantine = planner()
                .get()
                .uri(location + "/rejected.csv")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; filename=\"statistics-\\d+-rejected.csv\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(quarantine).contains("54984,NO_ID,2001,-5,4,count,count-negative,A count cannot be negative.");
        post(file(text)).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "field", "admin"})
    void onlyPlannersSeeOrSendFigures(String account) {
        WebTestClient client = "viewer".equals(account)
                ? browserless.viewer()
                : "field".equals(account) ? browserless.field() : browserless.admin();
        client.get().uri(IMPORTS).exchange().expectStatus().isForbidden();
        client.get().uri(IMPORTS + "/1").exchange().expectStatus().isForbidden();
        client.get().uri(IMPORTS + "/1/rejected.csv").exchange().expectStatus().isForbidden();
        client.post()
                .uri(IMPORTS)
                .body(BodyInserters.fromMultipartData(
                        file(GOOD.formatted(2)).builder.build()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void nobodyIsAskedToSignIn() {
        browserless.nobody().get().uri(IMPORTS).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesWhatCannotBeTaken() {
        expect(file(""), HttpStatus.BAD_REQUEST, "statistics-file-empty");
        expect(file("siruta,category\n"), HttpStatus.BAD_REQUEST, "statistics-columns-missing");
        expect(file("siruta,category,category,period,count\n"), HttpStatus.BAD_REQUEST, "statistics-columns-repeated");
        expect(
                file("siruta,category,period,count,CNP\n"),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "statistics-personal-data");
        expect(file("\u0000\u0001"), HttpStatus.BAD_REQUEST, "statistics-encoding");
        expect(file("PK\u0003\u0004 cut short"), HttpStatus.BAD_REQUEST, "statistics-workbook-broken");
        expect(file(GOOD.formatted(3)).part("period", "soon"), HttpStatus.BAD_REQUEST, "statistics-period");
        expect(file(GOOD.formatted(3)).part("dryRun", "maybe"), HttpStatus.BAD_REQUEST, "statistics-setting");
        expect(new Form().part("period", "2026"), HttpStatus.BAD_REQUEST, "statistics-file-missing");
        expect(
                file("# synthetic\n" + GOOD.formatted(3)).part("synthetic", "false"),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "statistics-marked-synthetic");
    }

    @Test
    void anUnknownImportIsNotFound() {
        for (String path : new String[] {"/999999", "/999999/rejected.csv"}) {
            planner()
                    .get()
                    .uri(IMPORTS + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:caravana:problem:statistics-import-unknown");
        }
    }

    private void expect(Form form, HttpStatus status, String type) {
        post(form)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type);
    }

    private WebTestClient.ResponseSpec post(Form form) {
        return planner()
                .post()
                .uri(IMPORTS)
                .body(BodyInserters.fromMultipartData(form.builder.build()))
                .exchange();
    }

    private WebTestClient planner() {
        return browserless.planner();
    }

    private static Form file(String text) {
        return new Form().file(text);
    }

    /** A multipart form in the making. */
    private static final class Form {
        private final MultipartBodyBuilder builder = new MultipartBodyBuilder();

        Form file(String text) {
            builder.part("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
                    .filename("figures.csv");
            return this;
        }

        Form part(String name, String value) {
            builder.part(name, value);
            return this;
        }
    }
}
