package ro.caravana.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import ro.caravana.store.DatabaseThreads;

/** The cookie by which a browser says which {@linkplain Sessions session} is its own. A request's session is looked up once. */
@Component
class SessionCookies implements ServerSecurityContextRepository {
    static final String NAME = "CARAVANA_SESSION";
    private static final String LOADED = SessionCookies.class.getName();

    private final Sessions sessions;

    SessionCookies(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Opens a new session at each sign-in, so that a token planted before it is worth nothing; ends it where {@code context} is null. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.fromCallable(() -> replace(token(exchange), context))
                .subscribeOn(DatabaseThreads.SCHEDULER)
                .doOnNext(token -> exchange.getResponse().addCookie(cookie(exchange, token)))
                .then();
    }

    /** Answers the new token, empty where none is to follow. */
    private String replace(Optional<String> old, @Nullable SecurityContext context) {
        old.ifPresent(sessions::close);
        return context == null || context.getAuthentication() == null ? "" : sessions.open(context.getAuthentication());
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        Mono<SecurityContext> known = exchange.getAttribute(LOADED);
        if (known == null) {
            known = Mono.justOrEmpty(token(exchange))
                    .flatMap(token ->
                            Mono.fromCallable(() -> sessions.find(token)).subscribeOn(DatabaseThreads.SCHEDULER))
                    .<SecurityContext>mapNotNull(
                            who -> who.map(SecurityContextImpl::new).orElse(null))
                    .cache();
            exchange.getAttributes().put(LOADED, known);
        }
        return known;
    }

    private static Optional<String> token(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .filter(token -> !token.isEmpty());
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String token) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(NAME, token)
                .path(exchange.getRequest().getPath().contextPath().value() + "/")
                .httpOnly(true)
                .secure("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme()))
                .sameSite("Lax");
        return (token.isEmpty() ? cookie.maxAge(0) : cookie).build();
    }
}
