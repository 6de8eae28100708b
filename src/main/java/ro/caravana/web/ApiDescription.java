package ro.caravana.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of {@code /v3/api-docs}: whose API this is and what holds everywhere. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TEXT = """
            Where people without valid papers live, and when the mobile station reaches them. Sign in with HTTP Basic or the session \
            of the pages. Every refusal is a problem detail (RFC 9457) with a stable type. Planners see every figure; for everybody \
            else small ones, and those that would give them away, say {"suppressed": true}. The map's layers have a description of \
            their own at /ogc/api.""";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Caravana").version("1").description(TEXT))
                .servers(List.of(new Server().url("/").description("this server, whatever it is called")));
    }
}
