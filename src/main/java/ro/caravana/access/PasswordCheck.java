package ro.caravana.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import ro.caravana.store.DatabaseThreads;

/** Checks a name and password, off the event loop. */
class PasswordCheck implements ReactiveAuthenticationManager {
    private final AccountStore store;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final RecentPasswords recent = new RecentPasswords();
    private final String nobodysHash;

    PasswordCheck(AccountStore store, PasswordEncoder encoder, SignInThrottle throttle) {
        this.store = store;
        this.encoder = encoder;
        this.throttle = throttle;
        this.nobodysHash = String.valueOf(encoder.encode("nobody"));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication wanted) {
        return Mono.fromCallable(() -> check(wanted)).subscribeOn(DatabaseThreads.SCHEDULER);
    }

    private Authentication check(Authentication wanted) {
        String name = wanted.getName();
        String password = String.valueOf(wanted.getCredentials());
        if (throttle.isHeld(name)) {
            throw new LockedException("too many tries");
        }
        Optional<Account> account = store.findAccount(name);
        if (!matches(account.orElse(null), password)) {
            throttle.failed(name);
            throw new BadCredentialsException("no such account or wrong password");
        }
        throttle.succeeded(name);
        return Ticket.signIn(account.orElseThrow(), "");
    }

    private boolean matches(@Nullable Account account, String password) {
        if (account == null) {
            // the same work as for an account that exists, so that the time taken tells nothing
            encoder.matches(password, nobodysHash);
            return false;
        }
        if (recent.knows(account.passwordHash(), password)) {
            return true;
        }
        boolean right = encoder.matches(password, account.passwordHash());
        if (right) {
            recent.remember(account.passwordHash(), password);
        }
        return right;
    }
}
