package ro.caravana.access;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who can sign in.
 *
 * @param passwordHash bcrypt, never shown
 * @param passwordExpired true until the one-time password has been replaced; such an account may do nothing else
 * @param demo opened by CARAVANA_DEMO; removed at the next start without it
 */
record Account(
        String name, String passwordHash, Set<Role> roles, boolean passwordExpired, boolean demo, Instant createdAt) {
    static final int LONGEST_NAME = 60;

    Account {
        roles = Set.copyOf(roles);
    }

    /** What a session rests on: another stamp, and whoever signed in under the old one has to do it again. */
    String stamp() {
        return passwordHash + " " + new TreeSet<>(roles) + " " + passwordExpired;
    }
}
