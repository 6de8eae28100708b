package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Guessing is slow, for one name and from one address, and costs only those who guess. */
class PasswordCheckTests {
    private static final int MOST_WRONG = 3;

    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final AccountStore store = mock(AccountStore.class);
    private final List<Runnable> hashing = new ArrayList<>();
    private PasswordCheck check = check(false);

    private PasswordCheck check(boolean full) {
        return new PasswordCheck(
                store,
                encoder,
                new SignInThrottle(clock),
                SenderLimit.aMinute(clock, MOST_WRONG),
                Schedulers.fromExecutor(work -> {
                    if (full) {
                        throw new RejectedExecutionException("full");
                    }
                    hashing.add(work);
                    work.run();
                }));
    }

    @BeforeEach
    void anaIsKnown() {
        Account ana = new Account(
                "ana", String.valueOf(encoder.encode("right")), Set.of(Role.VIEWER), false, false, Instant.EPOCH);
        when(store.findAccount("ana")).thenReturn(Optional.of(ana));
    }

    private Mono<Authentication> signIn(String sender, String name, String password) {
        ServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/").remoteAddress(new java.net.InetSocketAddress(sender, 40_000)));
        return check.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
                .contextWrite(
                        context -> context.put(ServerWebExchangeContextFilter.EXCHANGE_CONTEXT_ATTRIBUTE, exchange));
    }

    private void refused(String sender, String name, Class<? extends Exception> why) {
        assertThatExceptionOfType(why)
                .isThrownBy(() -> signIn(sender, name, "wrong").block());
    }

    @Test
    void oneAddressTriesOnlySoManyNames() {
        for (int tries = 0; tries < MOST_WRONG; tries++) {
            refused("198.51.100.7", "name-" + tries, BadCredentialsException.class);
        }
        refused("198.51.100.7", "another", LockedException.class);
        assertThat(signIn("198.51.100.8", "ana", "right").block()).isNotNull();
    }

    @Test
    void aPasswordThatWasRightAMomentAgoNeedsNoHashing() {
        assertThat(signIn("198.51.100.7", "ana", "right").block()).isNotNull();
        assertThat(signIn("198.51.100.7", "ana", "right").block()).isNotNull();
        assertThat(hashing).hasSize(1);
        refused("198.51.100.7", "ana", BadCredentialsException.class);
        assertThat(hashing).hasSize(2);
    }

    @Test
    void whereTooManyWaitOneIsAskedToComeAgain() {
        check = check(true);
        refused("198.51.100.7", "ana", PasswordCheck.TooManyAtOnce.class);
    }
}
