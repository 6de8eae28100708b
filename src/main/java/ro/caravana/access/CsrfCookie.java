package ro.caravana.access;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Makes the session's token before the answer is written; Spring Security otherwise sets the cookie only once the token is read. Pages
 * for people without an account ask for no token, so they set no cookie.
 */
@Component
class CsrfCookie implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (SignInAnswers.isForPeopleWithoutAccount(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty());
        return token.then(chain.filter(exchange));
    }
}
