package ro.caravana.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in: creating, changing and removing accounts. */
@Service
class Accounts {
    static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD_BYTES = 72; // bcrypt reads no further
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"; // nothing that looks like something else
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore store;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Accounts(AccountStore store, PasswordEncoder encoder, Clock clock) {
        this.store = store;
        this.encoder = encoder;
        this.clock = clock;
    }

    List<Account> listAccounts() {
        return store.listAccounts();
    }

    /** Creates an account whose one-time password, the answer, must be replaced at the first sign-in. */
    String create(String name, Set<Role> roles) {
        String password = oneTimePassword();
        insert(name, roles, password, true, false);
        return password;
    }

    /** Adds an account whose password is known already, from the settings. */
    void insert(String name, Set<Role> roles, String password, boolean demo) {
        insert(name, roles, password, false, demo);
    }

    private void insert(String name, Set<Role> roles, String password, boolean expired, boolean demo) {
        if (!name.matches("[a-z][a-z0-9._-]{1,59}")) {
            throw new AccessProblem.UnusableAccount(
                    "An account's name has 2 to 60 small letters, digits, dots or dashes and starts with a letter.");
        }
        if (roles.isEmpty()) {
            throw new AccessProblem.UnusableAccount("Give the account at least one role.");
        }
        try {
            if (!store.insert(new Account(name, encoder.encode(password), roles, expired, demo, clock.instant()))) {
                throw new AccessProblem.NameTaken();
            }
        } catch (DuplicateKeyException momentEarlier) {
            throw new AccessProblem.NameTaken();
        }
    }

    boolean isPasswordOf(Account account, String password) {
        return encoder.matches(password, account.passwordHash());
    }

    void changePassword(String name, String present, String wanted) {
        Account account = store.findAccount(name).orElseThrow(AccessProblem.UnknownAccount::new);
        if (!encoder.matches(present, account.passwordHash())) {
            throw new AccessProblem.UnusablePassword("The present password is not right.");
        }
        if (wanted.length() < SHORTEST_PASSWORD
                || wanted.getBytes(UTF_8).length > LONGEST_PASSWORD_BYTES
                || wanted.equals(present)
                || wanted.equalsIgnoreCase(name)) {
            throw new AccessProblem.UnusablePassword(
                    "Choose a new password of at least %d characters and at most %d bytes (a letter with a mark takes two), other than the name."
                            .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD_BYTES));
        }
        store.changePassword(name, encoder.encode(wanted), false);
    }

    /** Replaces a forgotten password by a one-time one, the answer. */
    String resetPassword(String name) {
        Account account = store.findAccount(name).orElseThrow(AccessProblem.UnknownAccount::new);
        String password = oneTimePassword();
        store.changePassword(account.name(), encoder.encode(password), true);
        return password;
    }

    @Transactional
    void changeRoles(String name, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new AccessProblem.UnusableAccount("Give the account at least one role.");
        }
        keepAnAdministrator(name, roles);
        store.changeRoles(name, roles);
    }

    /**
     * Says with which station an account's team goes out.
     *
     * @param station its id, empty for none
     */
    void changeStation(String name, String station) {
        if (station.length() > Account.LONGEST_STATION) {
            throw new AccessProblem.UnusableAccount("A station's name has at most 100 characters.");
        }
        if (!store.changeStation(name, station)) {
            throw new AccessProblem.UnknownAccount();
        }
    }

    String stationOf(String name) {
        return store.findAccount(name).map(Account::station).orElse("");
    }

    @Transactional
    void delete(String name) {
        keepAnAdministrator(name, EnumSet.noneOf(Role.class));
        store.delete(name);
    }

    private void keepAnAdministrator(String name, Set<Role> rolesAfter) {
        List<Account> all = store.lockAccounts(); // two administrators may be removing each other
        if (all.stream().noneMatch(account -> account.name().equals(name))) {
            throw new AccessProblem.UnknownAccount();
        }
        boolean another = all.stream()
                .anyMatch(account ->
                        !account.name().equals(name) && account.roles().contains(Role.ADMIN));
        if (!another && !rolesAfter.contains(Role.ADMIN)) {
            throw new AccessProblem.LastAdministrator();
        }
    }

    private static String oneTimePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
