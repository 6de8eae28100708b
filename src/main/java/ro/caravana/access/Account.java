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
 * @param station the team's, empty for who is of none; what is shown first, not what is allowed
 */
record Account(
        String name,
        String passwordHash,
        Set<Role> roles,
        boolean passwordExpired,
        boolean demo,
        Instant createdAt,
        String station) {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_STATION = 100;

    Account {
        roles = Set.copyOf(roles);
    }

    /** Of no station. */
    Account(
            String name,
            String passwordHash,
            Set<Role> roles,
            boolean passwordExpired,
            boolean demo,
            Instant createdAt) {
        this(name, passwordHash, roles, passwordExpired, demo, createdAt, "");
    }

    /** What a session rests on: another stamp, and whoever signed in under the old one has to do it again. */
    String stamp() {
        return passwordHash + " " + new TreeSet<>(roles) + " " + passwordExpired;
    }
}
