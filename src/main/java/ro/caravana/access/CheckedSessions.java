package ro.caravana.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sessions that end when the account behind them changes: deleted, other roles, another password. Asked once per request, of the
 * database, so that it holds whichever node or command made the change.
 */
@Component
class CheckedSessions implements ServerSecurityContextRepository {
    private static final String CHECKED = CheckedSessions.class.getName();

    private final WebSessionServerSecurityContextRepository sessions = new WebSessionServerSecurityContextRepository();
    private final AccountStore store;

    CheckedSessions(AccountStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return sessions.save(exchange, context);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        Mono<SecurityContext> known = exchange.getAttribute(CHECKED);
        if (known == null) {
            known = sessions.load(exchange)
                    .flatMap(context -> checked(exchange, context))
                    .cache();
            exchange.getAttributes().put(CHECKED, known);
        }
        return known;
    }

    private Mono<SecurityContext> checked(ServerWebExchange exchange, SecurityContext context) {
        return Mono.fromCallable(() -> isStillLetIn(context.getAuthentication()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(holds -> holds
                        ? Mono.just(context)
                        : exchange.getSession().flatMap(WebSession::invalidate).then(Mono.empty()));
    }

    private boolean isStillLetIn(@Nullable Authentication who) {
        return who != null
                && store.findAccount(who.getName())
                        .filter(account -> account.stamp().equals(who.getDetails()))
                        .isPresent();
    }
}
