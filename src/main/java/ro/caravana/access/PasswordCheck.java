package ro.caravana.access;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import ro.caravana.store.DatabaseThreads;

/**
 * Checks a name and password, off the event loop. The hash is made to be slow: it is reckoned on few threads of its own, so that whoever
 * sends wrong passwords without end keeps nobody waiting who is signed in.
 */
class PasswordCheck implements ReactiveAuthenticationManager {
    /** More than this wait for their turn: come again. */
    static final class TooManyAtOnce extends AuthenticationException {
        private static final long serialVersionUID = 1;

        TooManyAtOnce() {
            super("too many sign-ins at once");
        }
    }

    private record Claim(String name, String password, String sender) {}

    private final AccountStore store;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final SenderLimit senders;
    private final Scheduler slow;
    private final RecentPasswords recent = new RecentPasswords();
    private final String nobodysHash;

    /**
     * @param senders how many wrong passwords one address may send
     * @param slow where passwords are hashed; refuses what is too much
     */
    PasswordCheck(
            AccountStore store, PasswordEncoder encoder, SignInThrottle throttle, SenderLimit senders, Scheduler slow) {
        this.store = store;
        this.encoder = encoder;
        this.throttle = throttle;
        this.senders = senders;
        this.slow = slow;
        this.nobodysHash = String.valueOf(encoder.encode("nobody"));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication wanted) {
        return Mono.deferContextual(context -> check(new Claim(
                wanted.getName(),
                String.valueOf(wanted.getCredentials()),
                ServerWebExchangeContextFilter.getExchange(context)
                        .map(ServerWebExchange::getRequest)
                        .map(Sender::of)
                        .orElse(""))));
    }

    private Mono<Authentication> check(Claim claim) {
        return Mono.fromCallable(() -> find(claim))
                .subscribeOn(DatabaseThreads.SCHEDULER)
                .flatMap(account -> account.filter(known -> recent.knows(known.passwordHash(), claim.password()))
                        .map(known -> Mono.just(letIn(known)))
                        .orElseGet(() -> slowly(claim, account.orElse(null))));
    }

    private Optional<Account> find(Claim claim) {
        if (throttle.isHeld(claim.name()) || senders.pause(claim.sender()).isPresent()) {
            throw new LockedException("too many tries");
        }
        return store.findAccount(claim.name());
    }

    private Mono<Authentication> slowly(Claim claim, @Nullable Account account) {
        return Mono.fromCallable(() -> hash(claim, account))
                .subscribeOn(slow)
                .onErrorMap(RejectedExecutionException.class, full -> new TooManyAtOnce());
    }

    private Authentication hash(Claim claim, @Nullable Account account) {
        // nobody costs the same work as an account that exists, so that the time taken tells nothing
        String hash = account == null ? nobodysHash : account.passwordHash();
        boolean right = encoder.matches(claim.password(), hash);
        if (account == null || !right) {
            throttle.failed(claim.name());
            senders.count(claim.sender());
            throw new BadCredentialsException("no such account or wrong password");
        }
        recent.remember(hash, claim.password());
        return letIn(account);
    }

    private Authentication letIn(Account account) {
        throttle.succeeded(account.name());
        return Ticket.signIn(account, "");
    }
}
