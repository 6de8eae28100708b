package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
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
    void anAccountHasAStationOrNone() {
        store.insert(account("echipa", Set.of(Role.FIELD)));
        assertThat(store.findAccount("echipa").orElseThrow().station()).isEmpty();
        assertThat(store.changeStation("echipa", "station-2")).isTrue();
        assertThat(store.findAccount("echipa").orElseThrow().station()).isEqualTo("station-2");
        assertThat(store.changeStation("nimeni", "station-2")).isFalse();
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

    @Test
    void twoAdministratorsWhoRemoveEachOtherLeaveOne() {
        for (int round = 0; round < 20; round++) {
            empty();
            store.insert(account("ana", Set.of(Role.ADMIN)));
            store.insert(account("ion", Set.of(Role.ADMIN)));
            List<Class<?>> refusals =
                    atOnce(() -> accounts().delete("ana"), () -> accounts().delete("ion"));
            assertThat(store.listAccounts()).hasSize(1);
            assertThat(refusals).containsExactly(AccessProblem.LastAdministrator.class);
        }
    }

    @Test
    void ofTwoAccountsOfOneNameAtOnceTheSecondIsToldThatItIsTaken() {
        for (int round = 0; round < 20; round++) {
            empty();
            Runnable create = () -> accounts().create("ana", Set.of(Role.VIEWER));
            assertThat(atOnce(create, create)).containsExactly(AccessProblem.NameTaken.class);
        }
    }

    private Accounts accounts() {
        PasswordEncoder encoder = mock(PasswordEncoder.class);
        when(encoder.encode(any())).thenReturn("hash");
        return new Accounts(store, encoder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Each in a transaction of its own, from one starting line; answers what was refused. */
    private List<Class<?>> atOnce(Runnable... works) {
        CyclicBarrier line = new CyclicBarrier(works.length);
        List<CompletableFuture<Optional<Class<?>>>> running = Stream.of(works)
                .map(work -> CompletableFuture.supplyAsync(
                        () -> {
                            await(line);
                            try {
                                database.transactions().executeWithoutResult(status -> work.run());
                                return Optional.<Class<?>>empty();
                            } catch (RuntimeException refused) {
                                return Optional.<Class<?>>of(refused.getClass());
                            }
                        },
                        task -> new Thread(task).start()))
                .toList();
        return running.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void await(CyclicBarrier line) {
        try {
            line.await();
        } catch (InterruptedException | BrokenBarrierException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Account account(String name, Set<Role> roles) {
        return new Account(name, "hash", roles, false, false, NOW);
    }

    /** PostgreSQL would fail, and whoever asked would read of a fault on our side. */
    @Test
    void aNameWithACharacterThatNobodyKeepsIsNobodys() {
        assertThat(store.findAccount("ana\u0000")).isEmpty();
    }
}
