package ro.caravana.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What no database keeps is refused at the door, in an address as in a form. */
class StorableInputTests {
    private final WebTestClient client = WebTestClient.bindToController(new Echo())
            .controllerAdvice(new StorableInput.Parameters(), new ProblemHandler())
            .build();

    record Form(String room) {}

    @RestController
    static class Echo {
        @GetMapping("/echo")
        String echo(@RequestParam String room) {
            return room;
        }

        @PostMapping("/echo")
        String echo(@ModelAttribute Form form) {
            return form.room();
        }
    }

    @ParameterizedTest
    @CsvSource({"sala+mare, 200", "sala%00mare, 400", "%00, 400", "'', 200"})
    void aNulCharacterIsRefused(String room, int status) {
        client.get()
                .uri(builder -> java.net.URI.create(builder.path("/echo").build() + "?room=" + room))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        client.post()
                .uri("/echo")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("room=" + room)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
