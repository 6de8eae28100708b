package ro.caravana.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** Whoever is no longer let in is out at once, not when a session of twelve hours runs out. */
@CaravanaTest
class SessionEndTests {
    private static final String PASSWORD = "o-parola-lunga";

    @Autowired
    Browserless app;

    @Test
    void aDeletedAccountsSessionEnds() {
        String session = signedIn("sters");
        app.admin()
                .delete()
                .uri("/api/v1/accounts/sters")
                .exchange()
                .expectStatus()
                .isNoContent();
        me(session).expectStatus().isUnauthorized();
    }

    @Test
    void aRoleTakenAwayEndsTheSessionThatHasIt() {
        String session = signedIn("schimbat");
        app.admin()
                .put()
                .uri("/api/v1/accounts/schimbat/roles")
                .bodyValue(Map.of("roles", List.of("VIEWER")))
                .exchange()
                .expectStatus()
                .isNoContent();
        me(session).expectStatus().isUnauthorized();
    }

    @Test
    void aResetPasswordEndsWhatTheOldOneOpened() {
        String session = signedIn("uitat");
        app.admin()
                .post()
                .uri("/api/v1/accounts/uitat/password-reset")
                .exchange()
                .expectStatus()
                .isOk();
        me(session).expectStatus().isUnauthorized();
    }

    @Test
    void whatIsDoneToOthersLeavesASessionOpen() {
        String session = signedIn("neatins");
        signedIn("altul");
        app.admin()
                .delete()
                .uri("/api/v1/accounts/altul")
                .exchange()
                .expectStatus()
                .isNoContent();
        me(session).expectStatus().isOk();
    }

    /** Which day is shown first is no question of who is let in. */
    @Test
    void anotherStationEndsNothingAndIsToldToItsTeam() {
        String session = signedIn("echipa2");
        app.admin()
                .put()
                .uri("/api/v1/accounts/echipa2/station")
                .bodyValue(Map.of("station", "station-2"))
                .exchange()
                .expectStatus()
                .isNoContent();
        me(session).expectStatus().isOk().expectBody().jsonPath("$.station").isEqualTo("station-2");
        app.admin()
                .put()
                .uri("/api/v1/accounts/nimeni/station")
                .bodyValue(Map.of("station", "station-2"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /** A stream is let in once but read for days. */
    @Test
    void anOpenStreamEndsWithTheSession() {
        String session = signedIn("ascultator");
        Flux<String> stream = app.nobody()
                .get()
                .uri("/api/v1/coverage/stream")
                .cookie("CARAVANA_SESSION", session)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        StepVerifier.create(stream)
                .expectNextCount(1)
                .then(() -> signOut(session))
                .thenConsumeWhile(event -> true)
                .expectComplete()
                .verify(OpenStreams.BETWEEN_CHECKS.multipliedBy(3));
    }

    private void signOut(String session) {
        app.nobody()
                .post()
                .uri("/logout")
                .cookie("CARAVANA_SESSION", session)
                .cookie("XSRF-TOKEN", "token")
                .header("X-XSRF-TOKEN", "token")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private WebTestClient.ResponseSpec me(String session) {
        return app.nobody()
                .get()
                .uri("/api/v1/me")
                .cookie("CARAVANA_SESSION", session)
                .exchange();
    }

    /** A new planner's session; the one-time password has been replaced. */
    private String signedIn(String name) {
        Map<?, ?> created = app.admin()
                .post()
                .uri("/api/v1/accounts")
                .bodyValue(Map.of("name", name, "roles", List.of("PLANNER")))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String oneTime = String.valueOf(created.get("oneTimePassword"));
        app.nobody()
                .post()
                .uri("/api/v1/me/password")
                .headers(headers -> headers.setBasicAuth(name, oneTime, StandardCharsets.UTF_8))
                .bodyValue(Map.of("present", oneTime, "wanted", PASSWORD))
                .exchange()
                .expectStatus()
                .isNoContent();
        String session = String.valueOf(app.nobody()
                .post()
                .uri("/login")
                .cookie("XSRF-TOKEN", "token")
                .header("X-XSRF-TOKEN", "token")
                .accept(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromFormData("username", name).with("password", PASSWORD))
                .exchange()
                .expectStatus()
                .isNoContent()
                .returnResult(Void.class)
                .getResponseCookies()
                .getFirst("CARAVANA_SESSION")
                .getValue());
        me(session).expectStatus().isOk();
        return session;
    }
}
