package ro.caravana.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The two pages a person can open, and the worker that keeps one of them on a phone; everything else is a plain file beside them. */
@Configuration(proxyBeanMethods = false)
class Pages {
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    /** Read when the first phone asks. */
    private final Supplier<Shell> shell = SingletonSupplier.of(Shell::read);

    @Bean
    RouterFunction<ServerResponse> pageRoutes() {
        return RouterFunctions.route()
                .GET("/", RequestPredicates.all(), request -> page("static/index.html"))
                .GET("/login", RequestPredicates.all(), request -> page("static/login.html"))
                .GET("/sw.js", request -> serviceWorker())
                .GET("/manifest.webmanifest", request -> manifest())
                .build();
    }

    /** By its own type: browsers and the framework's own table disagree about this ending. */
    private static Mono<ServerResponse> manifest() {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .header("Cache-Control", "no-cache")
                .bodyValue(new ClassPathResource("static/manifest.webmanifest"));
    }

    private Mono<ServerResponse> serviceWorker() {
        return Mono.fromSupplier(() -> shell.get().script())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(script -> ServerResponse.ok()
                        .contentType(SCRIPT)
                        .header("Cache-Control", "no-cache")
                        .bodyValue(script));
    }

    private static Mono<ServerResponse> page(String file) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-cache")
                .bodyValue(new ClassPathResource(file));
    }
}
