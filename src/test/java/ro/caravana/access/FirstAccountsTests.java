package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/** Which accounts a start opens. */
class FirstAccountsTests {
    private final Accounts accounts = mock(Accounts.class);
    private final AccountStore store = mock(AccountStore.class);

    @BeforeEach
    void nobodyYet() {
        when(store.listAccounts()).thenReturn(List.of());
        when(store.findAccount(anyString())).thenReturn(Optional.empty());
    }

    @SuppressWarnings("unchecked")
    private FirstAccounts start(boolean demo, String password, boolean realFigures) {
        ObjectProvider<RealFigures> figures = mock(ObjectProvider.class);
        when(figures.stream()).thenReturn(Stream.of(() -> realFigures));
        return new FirstAccounts(accounts, store, figures, demo, password);
    }

    @Test
    void demoAccountsAreRefusedBesideRealFigures() {
        assertThatExceptionOfType(AccessProblem.DemoOnRealFigures.class)
                .isThrownBy(() -> start(true, "parola", true).afterSingletonsInstantiated());
        verify(accounts, never()).insert(anyString(), any(), anyString(), anyBoolean());
    }

    /** A command beside a demo server must not take its accounts away, nor open an administrator. */
    @Test
    void onlyTheServerOpensAccounts() {
        new ApplicationContextRunner()
                .withUserConfiguration(FirstAccounts.class)
                .run(command -> assertThat(command).doesNotHaveBean(FirstAccounts.class));
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(FirstAccounts.class)
                .withBean(Accounts.class, () -> accounts)
                .withBean(AccountStore.class, () -> store)
                .withPropertyValues("caravana.demo=false", "caravana.admin-password=parola-lunga")
                .run(server -> assertThat(server).hasSingleBean(FirstAccounts.class));
    }

    @Test
    void demoAccountsNeedAPassword() {
        assertThatExceptionOfType(AccessProblem.DemoWithoutPassword.class)
                .isThrownBy(() -> start(true, "", false).afterSingletonsInstantiated());
    }

    @Test
    void demoOpensFourAccountsBesideMadeUpFigures() {
        start(true, "parola", false).afterSingletonsInstantiated();
        for (String name : List.of("admin", "planner", "viewer", "field")) {
            verify(accounts).insert(org.mockito.ArgumentMatchers.eq(name), any(), anyString(), anyBoolean());
        }
    }

    @Test
    void withoutDemoItsAccountsAreTakenAway() {
        when(accounts.create(anyString(), any())).thenReturn("one-time");
        start(false, "", true).afterSingletonsInstantiated();
        verify(store).deleteDemo();
        verify(accounts).create("admin", java.util.EnumSet.of(Role.ADMIN, Role.PLANNER));
        assertThat(store.listAccounts()).isEmpty();
    }

    /** Whoever the demo's administrator let in may stay; without this nobody could let in anybody any more. */
    @Test
    void theLastDemoAdministratorIsFollowedByARealOne() {
        when(accounts.create(anyString(), any())).thenReturn("one-time");
        when(store.listAccounts()).thenReturn(List.of(account("ana", Role.VIEWER), account("admin", Role.PLANNER)));
        start(false, "", false).afterSingletonsInstantiated();
        verify(accounts).create("admin2", java.util.EnumSet.of(Role.ADMIN, Role.PLANNER));
    }

    @Test
    void whereAnAdministratorIsThereNoneIsAdded() {
        when(store.listAccounts()).thenReturn(List.of(account("ana", Role.ADMIN)));
        start(false, "", false).afterSingletonsInstantiated();
        verify(accounts, never()).create(anyString(), any());
    }

    @Test
    void demoAccountsTakeThePasswordOfThisStart() {
        when(store.listAccounts()).thenReturn(List.of(demo("planner", Role.PLANNER), demo("gone", Role.VIEWER)));
        start(true, "parola", false).afterSingletonsInstantiated();
        org.mockito.InOrder order = org.mockito.Mockito.inOrder(store, accounts);
        order.verify(store).delete("planner");
        order.verify(accounts).insert("planner", java.util.Set.of(Role.PLANNER), "parola", true);
        verify(store).delete("gone");
    }

    /** A wall screen comes back by itself after a restart: its session rests on the account as it is kept. */
    @Test
    void demoAccountsWithThisPasswordStay() {
        Account planner = demo("planner", Role.PLANNER);
        when(store.listAccounts()).thenReturn(List.of(planner));
        when(store.findAccount("planner")).thenReturn(Optional.of(planner));
        when(accounts.isPasswordOf(planner, "parola")).thenReturn(true);
        start(true, "parola", false).afterSingletonsInstantiated();
        verify(store, never()).delete(anyString());
        verify(accounts, never()).insert(org.mockito.ArgumentMatchers.eq("planner"), any(), anyString(), anyBoolean());
    }

    private static Account demo(String name, Role role) {
        return new Account(name, "hash", java.util.Set.of(role), false, true, java.time.Instant.EPOCH);
    }

    private static Account account(String name, Role role) {
        return new Account(name, "hash", java.util.Set.of(role), false, false, java.time.Instant.EPOCH);
    }
}
