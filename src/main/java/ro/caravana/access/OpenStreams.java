package ro.caravana.access;

import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ro.caravana.store.DatabaseThreads;

/**
 * Ends a stream of events when its reader would not be let in any more: a stream is let in once, but read for days. While it is open
 * the session behind it counts as used, so a screen on a wall is not signed out.
 */
@Component
class OpenStreams implements WebFilter {
    /** How long somebody who has signed out, or lost a role, may still be told what happens. */
    static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);

    private final Sessions sessions;

    OpenStreams(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange.mutate()
                .response(new CheckedResponse(exchange.getResponse()))
                .build());
    }

    /** Who reads is asked for only where there is a stream: everything else need not know. Never answers for somebody unknown. */
    private Mono<Boolean> refused() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .flatMap(this::refused)
                .switchIfEmpty(Mono.never());
    }

    private Mono<Boolean> refused(Authentication who) {
        return Flux.interval(BETWEEN_CHECKS)
                .onBackpressureDrop()
                .concatMap(tick ->
                        Mono.fromCallable(() -> sessions.isStillLetIn(who)).subscribeOn(DatabaseThreads.SCHEDULER))
                .filter(stillLetIn -> !stillLetIn)
                .next();
    }

    private final class CheckedResponse extends ServerHttpResponseDecorator {
        CheckedResponse(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            MediaType type = getHeaders().getContentType();
            if (type == null || !MediaType.TEXT_EVENT_STREAM.isCompatibleWith(type)) {
                return super.writeAndFlushWith(body);
            }
            return Mono.deferContextual(
                    context -> super.writeAndFlushWith(Flux.<Publisher<? extends DataBuffer>>from(body)
                            .takeUntilOther(refused().contextWrite(context))));
        }
    }
}
