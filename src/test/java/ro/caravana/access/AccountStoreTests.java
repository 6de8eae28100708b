package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class AccountStoreTests {
    private static final Instant NOW = Instant.parse("2027-01-05T08:00:00Z");

    private final TestDatabase database;
    private final AccountStore store;

    AccountStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new AccountStore(database.jdbc());
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("DELETE FROM account").update();
    }

    @Test
    void keepsAnAccountWithAllItsRoles() {
        Account account = account("ana", Set.of(Role.ADMIN, Role.PLANNER));
        assertThat(store.insert(account)).isTrue();
        assertThat(store.findAccount("ana")).contains(account);
    }

    @Test
    void aTakenNameChangesNothing() {
        Account first = account("ana", Set.of(Role.ADMIN));
        store.insert(first);
        assertThat(store.insert(account("ana", Set.of(Role.FIELD)))).isFalse();
        assertThat(store.listAccounts()).containsExactly(first);
    }

    @Test
    void removesOnlyDemoAccounts() {
        Account kept = account("ana", Set.of(Role.ADMIN));
        store.insert(kept);
        store.insert(new Account("planner", "hash", Set.of(Role.PLANNER), false, true, NOW));
        store.deleteDemo();
        assertThat(store.listAccounts()).containsExactly(kept);
    }

    private static Account account(String name, Set<Role> roles) {
        return new Account(name, "hash", roles, false, false, NOW);
    }
}
