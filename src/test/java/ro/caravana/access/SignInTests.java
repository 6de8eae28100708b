package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.BodyInserters;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** Who gets in, who does not, and what each is told. */
@CaravanaTest
@Import(SignInTests.OnlyForPlanners.class)
class SignInTests {
    @Autowired
    Browserless app;

    @RestController
    static class OnlyForPlanners {
        @GetMapping("/api/v1/test-only-for-planners")
        @PreAuthorize("hasRole('PLANNER')")
        Map<String, String> see(Viewer viewer) {
            return Map.of("by", viewer.name(), "thread", Thread.currentThread().getName());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/me", "/api/v1/plans", "/api/v1/accounts", "/ogc", "/actuator/prometheus", "/anything"})
    void nobodyIsLetInAnywhereButToThePages(String path) {
        app.nobody()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueMatches("WWW-Authenticate", "Basic.*")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:not-signed-in");
    }

    @Test
    void aBrowsersOwnFetchIsNotAnsweredWithAChallenge() {
        app.nobody()
                .get()
                .uri("/api/v1/me")
                .header("Sec-Fetch-Mode", "cors")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist("WWW-Authenticate");
    }

    @Test
    void pagesForPeopleWithoutAnAccountSetNoCookie() {
        for (String page : List.of("/public/uats/54984", "/p/guessed")) {
            app.nobody().get().uri(page).exchange().expectHeader().doesNotExist("Set-Cookie");
        }
    }

    @Test
    void whoTypesAnAddressIsAskedForAPassword() {
        app.nobody()
                .get()
                .uri("/ogc")
                .header("Sec-Fetch-Mode", "navigate")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches("WWW-Authenticate", "Basic.*");
    }

    @Test
    void whoTypesAnAddressThatLeadsNowhereFindsTheWayIn() {
        for (WebTestClient visitor : new WebTestClient[] {app.nobody(), app.viewer()}) {
            visitor.get()
                    .uri("/harta/cluj")
                    .header("Sec-Fetch-Mode", "navigate")
                    .exchange()
                    .expectStatus()
                    .isSeeOther()
                    .expectHeader()
                    .location("/");
        }
        app.viewer().get().uri("/harta/cluj").exchange().expectStatus().isForbidden();
    }

    @Test
    void healthIsOpen() {
        app.nobody().get().uri("/actuator/health").exchange().expectStatus().isOk();
        app.nobody()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void figuresForMonitoringAreForAdministrators() {
        app.admin().get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
        app.planner()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anUnnamedAddressIsClosedEvenToAdministrators() {
        app.admin().get().uri("/anything").exchange().expectStatus().isForbidden();
    }

    @Test
    void rolesAreCheckedOnTheWorkerThatRunsTheController() {
        app.planner()
                .get()
                .uri("/api/v1/test-only-for-planners")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.by")
                .isEqualTo("planner")
                .jsonPath("$.thread")
                .value(thread -> assertThat((String) thread).startsWith("request-"));
        app.viewer()
                .get()
                .uri("/api/v1/test-only-for-planners")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:forbidden");
    }

    @Test
    void aFormSignsInWithTheTokenOfItsCookieOnly() {
        String token = csrfToken();
        signIn(token, token, "planner", Browserless.PASSWORD).expectStatus().isNoContent();
        signIn(token, "another", "planner", Browserless.PASSWORD).expectStatus().isForbidden();
        signIn(token, token, "planner", "wrong-password")
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:wrong-password");
    }

    /** A browser that once answered our challenge adds the password by itself, also to a form on another site. */
    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://elsewhere.example", "Sec-Fetch-Site: cross-site"})
    void aPasswordThatABrowserAddsByItselfDoesNotStandForTheToken(String header) {
        String[] parts = header.split(": ");
        app.planner()
                .post()
                .uri("/api/v1/plans")
                .header(parts[0], parts[1])
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoWantsToChangeSomethingUnknownToUsIsToldToSignIn() {
        app.nobody()
                .post()
                .uri("/api/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aSessionWithoutItsTokenIsRefusedInTheCommonForm() {
        app.nobody()
                .post()
                .uri("/api/v1/plans")
                .cookie("CARAVANA_SESSION", "any")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anAddressThatIsAnAttackIsRefusedInTheCommonForm() {
        app.planner()
                .get()
                .uri("/api/v1/;a/me")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aScriptWithAPasswordNeedsNoToken() {
        app.planner()
                .post()
                .uri("/api/v1/plans")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aSessionMaySeeAndSignsOut() {
        String token = csrfToken();
        EntityExchangeResult<byte[]> signedIn = signIn(token, token, "viewer", Browserless.PASSWORD)
                .expectBody()
                .returnResult();
        String session = String.valueOf(
                signedIn.getResponseCookies().getFirst("CARAVANA_SESSION").getValue());
        app.nobody()
                .get()
                .uri("/api/v1/me")
                .cookie("CARAVANA_SESSION", session)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("viewer")
                .jsonPath("$.roles[0]")
                .isEqualTo("VIEWER");
        app.nobody()
                .post()
                .uri("/logout")
                .cookie("CARAVANA_SESSION", session)
                .cookie("XSRF-TOKEN", token)
                .header("X-XSRF-TOKEN", token)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNoContent();
        app.nobody()
                .get()
                .uri("/api/v1/me")
                .cookie("CARAVANA_SESSION", session)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void guessingIsSlowedDown() {
        WebTestClient guesser = app.nobody()
                .mutate()
                .defaultHeaders(headers -> headers.setBasicAuth("somebody", "guess"))
                .build();
        for (int i = 0; i < SignInThrottle.TRIES; i++) {
            guesser.get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
        }
        guesser.get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void aNewAccountCanDoNothingBeforeItsOneTimePasswordIsReplaced() {
        String oneTime = String.valueOf(app.admin()
                .post()
                .uri("/api/v1/accounts")
                .bodyValue(Map.of("name", "ion", "roles", List.of("PLANNER")))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("oneTimePassword"));
        as("ion", oneTime)
                .get()
                .uri("/api/v1/test-only-for-planners")
                .exchange()
                .expectStatus()
                .isForbidden();
        as("ion", oneTime)
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectBody()
                .jsonPath("$.mustChangePassword")
                .isEqualTo(true);
        as("ion", oneTime)
                .post()
                .uri("/api/v1/me/password")
                .bodyValue(Map.of("present", oneTime, "wanted", "o parolă mai lungă"))
                .exchange()
                .expectStatus()
                .isNoContent();
        as("ion", "o parolă mai lungă")
                .get()
                .uri("/api/v1/test-only-for-planners")
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** bcrypt reads 72 bytes, and a letter with a mark takes two of them. */
    @Test
    void aPasswordTooLongMissingOrLikeTheNameIsRefusedInWords() {
        String oneTime = String.valueOf(app.admin()
                .post()
                .uri("/api/v1/accounts")
                .bodyValue(Map.of("name", "vasile-vasile", "roles", List.of("VIEWER")))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("oneTimePassword"));
        for (Map<String, String> change : List.of(
                Map.of("present", oneTime, "wanted", "ș".repeat(40)),
                Map.of("present", oneTime, "wanted", "Vasile-Vasile"),
                Map.of("present", oneTime))) {
            as("vasile-vasile", oneTime)
                    .post()
                    .uri("/api/v1/me/password")
                    .bodyValue(change)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:caravana:problem:unusable-password");
        }
    }

    @Test
    void accountsAreForAdministrators() {
        app.planner().get().uri("/api/v1/accounts").exchange().expectStatus().isForbidden();
        app.admin()
                .delete()
                .uri("/api/v1/accounts/admin")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        app.admin()
                .delete()
                .uri("/api/v1/accounts/unknown")
                .exchange()
                .expectStatus()
                .isNotFound();
        app.admin()
                .post()
                .uri("/api/v1/accounts")
                .bodyValue(Map.of("name", "Not A Name", "roles", List.of("PLANNER")))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/accounts", "/api/v1/plans/unknown"})
    void noCacheKeepsWhatTheApiAnswers(String path) {
        app.admin().get().uri(path).exchange().expectHeader().valueEquals("Cache-Control", "no-store");
    }

    @Test
    void whatMayBeAskedForAgainKeepsItsOwnRule() {
        app.viewer()
                .get()
                .uri("/api/v1/county")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, private");
    }

    @Test
    void noAnswerHoldsAPasswordHash() {
        app.admin()
                .get()
                .uri("/api/v1/accounts")
                .exchange()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("planner").doesNotContain("$2a$"));
    }

    private WebTestClient as(String name, String password) {
        return app.nobody()
                .mutate()
                .defaultHeaders(
                        headers -> headers.setBasicAuth(name, password, java.nio.charset.StandardCharsets.UTF_8))
                .build();
    }

    private String csrfToken() {
        return app.nobody()
                .get()
                .uri("/actuator/health")
                .exchange()
                .returnResult(Void.class)
                .getResponseCookies()
                .getFirst("XSRF-TOKEN")
                .getValue();
    }

    private WebTestClient.ResponseSpec signIn(String cookie, String header, String name, String password) {
        return app.nobody()
                .post()
                .uri("/login")
                .cookie("XSRF-TOKEN", cookie)
                .header("X-XSRF-TOKEN", header)
                .accept(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromFormData("username", name).with("password", password))
                .exchange();
    }

    @Test
    void aNameThatNoDatabaseKeepsIsNobodys() {
        app.nobody()
                .get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBasicAuth("ana\u0000", "wrong"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
