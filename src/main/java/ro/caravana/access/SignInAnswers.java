package ro.caravana.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What signing in and being refused look like: redirects for a person's form, problem details for a script. */
final class SignInAnswers {
    private static final List<String> FOR_MACHINES = List.of("/api", "/ogc", "/actuator", "/v3");

    /** The path without the prefix under which a proxy may know us. */
    private static String within(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().value();
    }

    static Mono<MatchResult> isSignIn(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean signIn =
                request.getMethod() == HttpMethod.POST && within(request).equals("/login");
        return signIn ? MatchResult.match() : MatchResult.notMatch();
    }

    /**
     * A script that signs in by header, or a request that is signed itself, cannot be forged by another site's page; all others need
     * the token. A browser that has once answered a challenge adds the header by itself, also for another site's form, but always
     * says where the form stood.
     */
    static Mono<MatchResult> changesStateBySession(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpMethod method = request.getMethod();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean byBrowser =
                request.getHeaders().getOrigin() != null || request.getHeaders().getFirst("Sec-Fetch-Site") != null;
        boolean byHeader = authorization != null && authorization.startsWith("Basic ") && !byBrowser;
        boolean signed = SignInConfiguration.SIGNED_BY_ITSELF.equals(within(request));
        return reads || byHeader || signed || isForPeopleWithoutAccount(request)
                ? MatchResult.notMatch()
                : MatchResult.match();
    }

    /** A partner's link or a public page: whoever is signed in counts for nothing there. */
    static boolean isForPeopleWithoutAccount(ServerHttpRequest request) {
        String path = within(request);
        return path.startsWith(SignInConfiguration.PARTNER_PAGE) || path.startsWith(SignInConfiguration.PUBLIC_PAGES);
    }

    Mono<Void> signedIn(WebFilterExchange exchange, Authentication who) {
        return wantsJson(exchange.getExchange())
                ? status(exchange.getExchange(), HttpStatus.NO_CONTENT)
                : redirect(exchange.getExchange(), "/");
    }

    Mono<Void> refused(WebFilterExchange exchange, AuthenticationException why) {
        if (!wantsJson(exchange.getExchange())) {
            return redirect(exchange.getExchange(), "/login?error");
        }
        return unauthenticated(exchange.getExchange(), why);
    }

    Mono<Void> signedOut(WebFilterExchange exchange, Authentication who) {
        return wantsJson(exchange.getExchange())
                ? status(exchange.getExchange(), HttpStatus.NO_CONTENT)
                : redirect(exchange.getExchange(), "/login");
    }

    Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException why) {
        if (why instanceof LockedException) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
            return problem(
                    exchange,
                    429,
                    "too-many-sign-ins",
                    "Too many tries",
                    "Too many wrong passwords. Try again in a minute.");
        }
        if (why instanceof PasswordCheck.TooManyAtOnce) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
            return problem(exchange, 503, "busy", "Busy", "Too many requests are waiting. Try again in a few seconds.");
        }
        if (opensAPage(exchange.getRequest())) {
            return redirect(exchange, "/");
        }
        if (!isBrowserFetch(exchange.getRequest())) {
            exchange.getResponse()
                    .getHeaders()
                    .set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Caravana\", charset=\"UTF-8\"");
        }
        boolean signIn = within(exchange.getRequest()).equals("/login");
        return signIn
                ? problem(
                        exchange,
                        401,
                        "wrong-password",
                        "Not signed in",
                        "No account has this name and password. Check both and try again.")
                : problem(exchange, 401, "not-signed-in", "Not signed in", "Sign in to see this.");
    }

    /** A change without the session's token; a script that has neither session nor password is told to sign in. */
    Mono<Void> withoutToken(ServerWebExchange exchange, AccessDeniedException why) {
        ServerHttpRequest request = exchange.getRequest();
        boolean stranger = !request.getCookies().containsKey(SessionCookies.NAME)
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && !within(request).equals("/login");
        return stranger
                ? unauthenticated(exchange, new InsufficientAuthenticationException("no session, no password"))
                : forbidden(exchange, why);
    }

    static Mono<Void> suspicious(ServerWebExchange exchange) {
        return problem(
                exchange,
                400,
                "bad-request",
                "Unreadable request",
                "The address or a header holds characters that no request here needs.");
    }

    Mono<Void> forbidden(ServerWebExchange exchange, AccessDeniedException why) {
        if (opensAPage(exchange.getRequest())) {
            return redirect(exchange, "/");
        }
        return problem(
                exchange,
                403,
                "forbidden",
                "Not allowed",
                "Your account's roles do not allow this, the one-time password has not been replaced yet, or the request lacks"
                        + " the token of this session.");
    }

    /** A person who typed an address that leads nowhere finds the way in, instead of a machine's answer. */
    private static boolean opensAPage(ServerHttpRequest request) {
        String path = within(request);
        return request.getMethod() == HttpMethod.GET
                && "navigate".equals(request.getHeaders().getFirst("Sec-Fetch-Mode"))
                && FOR_MACHINES.stream().noneMatch(path::startsWith);
    }

    /** A browser would answer a Basic challenge with a dialog of its own over our page. */
    private static boolean isBrowserFetch(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String mode = headers.getFirst("Sec-Fetch-Mode");
        boolean typedAddress = "navigate".equals(mode); // a person who opens /ogc may well be asked for a password
        return (mode != null && !typedAddress) || headers.getFirst("X-Requested-With") != null;
    }

    private static boolean wantsJson(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(type -> type.getSubtype().endsWith("json"));
    }

    private static Mono<Void> status(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String where) {
        exchange.getResponse().getHeaders().setLocation(URI.create(where));
        return status(exchange, HttpStatus.SEE_OTHER);
    }

    private static Mono<Void> problem(
            ServerWebExchange exchange, int status, String type, String title, String detail) {
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        String body = """
                {"type":"urn:caravana:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, title, status, detail);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }
}
