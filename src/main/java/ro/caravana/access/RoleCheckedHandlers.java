package ro.caravana.access;

import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Obeys {@code @PreAuthorize} on controllers.
 *
 * <p>Spring's method security knows either reactive methods or a user held by the thread. Our controllers are plain methods run on
 * a pool of workers, so the check is made one step earlier: when the handler of a request is looked up, on the reactive user. A
 * refused request never reaches a worker.
 */
@Component
class RoleCheckedHandlers implements WebFluxRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            private final PreAuthorizeReactiveAuthorizationManager rules =
                    new PreAuthorizeReactiveAuthorizationManager();

            @Override
            public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
                return super.getHandlerInternal(exchange).flatMap(handler -> allowed(handler, rules));
            }
        };
    }

    private static Mono<HandlerMethod> allowed(HandlerMethod handler, PreAuthorizeReactiveAuthorizationManager rules) {
        HandlerMethod resolved = handler.createWithResolvedBean();
        Mono<Authentication> who =
                ReactiveSecurityContextHolder.getContext().mapNotNull(SecurityContext::getAuthentication);
        return rules.authorize(who, new SimpleMethodInvocation(resolved.getBean(), resolved.getMethod()))
                .filter(result -> !result.isGranted())
                .flatMap(result -> Mono.<HandlerMethod>error(denied(result)))
                .switchIfEmpty(Mono.just(handler));
    }

    private static AuthorizationDeniedException denied(AuthorizationResult result) {
        return new AuthorizationDeniedException("roles do not allow this", result);
    }
}
