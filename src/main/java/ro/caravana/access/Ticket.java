package ro.caravana.access;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What somebody was let in by.
 *
 * @param stamp what the account was like then ({@link Account#stamp})
 * @param token the session's, empty for a script that sends its password along
 */
record Ticket(String stamp, String token) {
    /** Held by an account that must first replace its one-time password; it has no role then. */
    static final String MUST_CHANGE_PASSWORD = "MUST_CHANGE_PASSWORD";

    static Authentication signIn(Account account, String token) {
        List<GrantedAuthority> authorities = account.passwordExpired()
                ? List.of(new SimpleGrantedAuthority(MUST_CHANGE_PASSWORD))
                : account.roles().stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList();
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(account.name(), null, authorities);
        signedIn.setDetails(new Ticket(account.stamp(), token));
        return signedIn;
    }

    static Ticket of(Authentication who) {
        return who.getDetails() instanceof Ticket ticket ? ticket : new Ticket("", "");
    }

    /** Neither belongs into a log. */
    @Override
    public String toString() {
        return "Ticket[]";
    }
}
