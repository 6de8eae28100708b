package ro.caravana.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What the API answers is kept by no cache unless the answer itself says how: raw counts must not lie on a shared machine's disk. */
@Component
class KeptByNobody implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().pathWithinApplication().value().startsWith("/api/")) {
            exchange.getResponse()
                    .beforeCommit(() -> Mono.fromRunnable(() -> {
                        HttpHeaders headers = exchange.getResponse().getHeaders();
                        if (!headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                            headers.setCacheControl(CacheControl.noStore());
                        }
                    }));
        }
        return chain.filter(exchange);
    }
}
