package ro.caravana.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The two pages a person can open; everything else they load is a plain file beside them. */
@Configuration(proxyBeanMethods = false)
class Pages {
    @Bean
    RouterFunction<ServerResponse> pageRoutes() {
        return RouterFunctions.route()
                .GET("/", RequestPredicates.all(), request -> page("static/index.html"))
                .GET("/login", RequestPredicates.all(), request -> page("static/login.html"))
                .build();
    }

    private static reactor.core.publisher.Mono<ServerResponse> page(String file) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Cache-Control", "no-cache")
                .bodyValue(new ClassPathResource(file));
    }
}
