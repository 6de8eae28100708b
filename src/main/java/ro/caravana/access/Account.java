package ro.caravana.access;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param passwordHash bcrypt, never shown
 * @param passwordExpired true until the one-time password has been replaced; such an account may do nothing else
 * @param demo opened by CARAVANA_DEMO; removed at the next start without it
 */
record Account(
        String name, String passwordHash, Set<Role> roles, boolean passwordExpired, boolean demo, Instant createdAt) {
    Account {
        roles = Set.copyOf(roles);
    }
}
