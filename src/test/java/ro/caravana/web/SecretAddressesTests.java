package ro.caravana.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a log may say of an address. */
@ExtendWith(OutputCaptureExtension.class)
class SecretAddressesTests {
    private static final String TOKEN = "bQltGDz9udeOes4Tv5GGTZRS2lxGdDxnOojyq9B3tjQ";

    @RestController
    static class Broken {
        @GetMapping("/p/{token}")
        String read() {
            throw new IllegalStateException("a fault of ours");
        }
    }

    @Test
    void aFaultOnAPartnersPageDoesNotWriteTheirLinkIntoTheLog(CapturedOutput log) {
        WebTestClient.bindToController(new Broken())
                .controllerAdvice(new ProblemHandler())
                .build()
                .get()
                .uri("/p/" + TOKEN)
                .exchange()
                .expectStatus()
                .is5xxServerError();
        assertThat(log.getAll()).contains("request failed").doesNotContain(TOKEN);
    }

    @Test
    void onlySecretsAreMasked() {
        assertThat(SecretAddresses.masked("/public/needs/abc")).isEqualTo("/public/needs/…");
        assertThat(SecretAddresses.masked("/public/questionnaires/abc")).isEqualTo("/public/questionnaires/…");
        assertThat(SecretAddresses.masked("/public/numbers/abc")).isEqualTo("/public/numbers/…");
        assertThat(SecretAddresses.masked("/public/visits/abc/poster.pdf")).isEqualTo("/public/visits/abc/poster.pdf");
        assertThat(SecretAddresses.masked("/api/v1/p/abc")).isEqualTo("/api/v1/p/abc");
    }
}
