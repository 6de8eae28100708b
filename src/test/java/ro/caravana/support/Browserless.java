package ro.caravana.support;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls the running application over HTTP as one of the demo accounts. */
@TestComponent
@Lazy
public class Browserless {
    public static final String PASSWORD = "test-password";

    private final WebTestClient client;

    Browserless(@Value("${local.server.port}") int port) {
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 * 1024 * 1024))
                .build();
    }

    public WebTestClient nobody() {
        return client;
    }

    public WebTestClient planner() {
        return as("planner");
    }

    public WebTestClient viewer() {
        return as("viewer");
    }

    public WebTestClient field() {
        return as("field");
    }

    public WebTestClient admin() {
        return as("admin");
    }

    private WebTestClient as(String name) {
        return client.mutate()
                .defaultHeaders(headers -> headers.setBasicAuth(name, PASSWORD))
                .build();
    }
}
