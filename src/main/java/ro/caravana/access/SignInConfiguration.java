package ro.caravana.access;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.WebFilter;
import ro.caravana.store.WorkThreads;

/**
 * The sign-in rules of every path. Denies by default: a new address is closed until it is named here.
 *
 * <p>Browsers sign in with a form and keep a session cookie; scripts and map programs use HTTP Basic. Who may do what inside the API
 * is said on the controllers' methods.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SignInConfiguration {
    private static final String[] OPEN = {
        "/",
        "/index.html",
        "/login",
        "/login.html",
        "/favicon.ico",
        "/icon.svg",
        "/manifest.webmanifest",
        "/sw.js",
        "/app/**",
        "/parts/**",
        "/i18n/**",
        "/styles/**",
        "/images/**",
        "/webjars/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/actuator/health",
        "/actuator/health/**",
        "/api/v1/about",
        "/public",
        "/public/**"
    };

    /** From one address; behind it may be a whole office on a Monday morning. */
    static final int WRONG_PASSWORDS_A_MINUTE = 100;

    private static final int HASHING = 2;
    private static final int MOST_SIGN_INS_WAITING = 100; // some ten seconds' worth

    /** What comes here carries its sender's signature, which is all that counts. */
    static final String SIGNED_BY_ITSELF = "/api/v1/sync/batches";

    /** A partner's page; its address is the secret, and no session is behind it. */
    static final String PARTNER_PAGE = "/p/";

    /** Pages for everybody; no session is behind them either. */
    static final String PUBLIC_PAGES = "/public/";

    /** Signed in is not enough: an account with a one-time password has no role until it is replaced. */
    private static final String[] EVERY_ROLE =
            Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(11);
    }

    @Bean
    ReactiveAuthenticationManager authenticationManager(AccountStore store, PasswordEncoder encoder, Clock clock) {
        return new PasswordCheck(
                store,
                encoder,
                new SignInThrottle(clock),
                SenderLimit.aMinute(clock, WRONG_PASSWORDS_A_MINUTE),
                WorkThreads.scheduler("password", HASHING, MOST_SIGN_INS_WAITING));
    }

    /** Tells the password check who sends. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter exchangeInContext() {
        return new ServerWebExchangeContextFilter();
    }

    /** Addresses and headers that Spring Security's firewall lets nobody send. */
    @Bean
    ServerExchangeRejectedHandler suspiciousRequests() {
        return (exchange, why) -> SignInAnswers.suspicious(exchange);
    }

    @Bean
    SecurityWebFilterChain signIn(
            ServerHttpSecurity http,
            ReactiveAuthenticationManager check,
            SessionCookies sessions,
            ContentSecurity content,
            @Value("${caravana.tiles-url}") String tilesUrl) {
        SignInAnswers answers = new SignInAnswers();
        return http.authorizeExchange(rules -> rules.pathMatchers(HttpMethod.OPTIONS)
                        .denyAll()
                        .pathMatchers(OPEN)
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, SIGNED_BY_ITSELF)
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, PARTNER_PAGE + "*")
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, PARTNER_PAGE + "*")
                        .permitAll()
                        .pathMatchers("/actuator/prometheus", "/actuator/info")
                        .hasRole(Role.ADMIN.name())
                        .pathMatchers("/api/v1/accounts/**")
                        .hasRole(Role.ADMIN.name())
                        .pathMatchers("/api/v1/me", "/api/v1/me/password", "/logout")
                        .authenticated()
                        .pathMatchers("/api/v1/**", "/ogc", "/ogc/**")
                        .hasAnyRole(EVERY_ROLE)
                        .anyExchange()
                        .denyAll())
                .authenticationManager(check)
                .securityContextRepository(sessions)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .formLogin(form -> form.loginPage("/login")
                        .requiresAuthenticationMatcher(SignInAnswers::isSignIn)
                        .authenticationEntryPoint(answers::unauthenticated)
                        .authenticationSuccessHandler(answers::signedIn)
                        .authenticationFailureHandler(answers::refused))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers::unauthenticated))
                .logout(logout -> logout.logoutSuccessHandler(answers::signedOut))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(answers::unauthenticated)
                        .accessDeniedHandler(answers::forbidden))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(SignInAnswers::changesStateBySession)
                        .accessDeniedHandler(answers::withoutToken))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(content.policy(tilesUrl)))
                        .referrerPolicy(referrer ->
                                referrer.policy(ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy.SAME_ORIGIN))
                        .cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable)
                        .frameOptions(withDefaults()))
                .build();
    }
}
