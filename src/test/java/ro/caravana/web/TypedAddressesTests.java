package ro.caravana.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

/** An address copied from paper works with a slash at its end, too; what is behind it stays as hidden as it was. */
@CaravanaTest
class TypedAddressesTests {
    @Autowired
    Browserless app;

    @ParameterizedTest
    @CsvSource({
        "/public/, /public",
        "/public/?lang=en, /public?lang=en",
        "/public/uats/58311/, /public/uats/58311",
        "/p/9j5P2YB7ArVy1QjLnDm4-kkqo34-XqO4ked5igf6kCs/, /p/9j5P2YB7ArVy1QjLnDm4-kkqo34-XqO4ked5igf6kCs"
    })
    void aSlashAtTheEndIsTakenOff(String typed, String meant) {
        HttpHeaders headers = app.nobody()
                .get()
                .uri(typed)
                .exchange()
                .expectStatus()
                .isPermanentRedirect()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
        assertThat(headers.getLocation()).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/visits/", "/public", "/p/9j5P2YB7ArVy1QjLnDm4-kkqo34-XqO4ked5igf6kCs"})
    void otherAddressesAreLeftAlone(String address) {
        assertThat(app.nobody()
                        .get()
                        .uri(address)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .is3xxRedirection())
                .isFalse();
    }
}
