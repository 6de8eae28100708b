package ro.caravana.access;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Makes the accounts a database starts with: the first administrator, and the demo accounts when asked.
 *
 * <p>The first administrator is also a planner, so that whoever typed {@code ./run} can walk the whole way; the role can be taken
 * away once there are others. The one-time password goes to standard output, never to the log.
 *
 * <p>Only the server does so: a command that runs beside it must not take the demo accounts away from those who are signed in, nor
 * open an account that nobody asked for.
 */
@Component
@ConditionalOnWebApplication
class FirstAccounts implements SmartInitializingSingleton {
    private static final String ADMINISTRATOR = "admin";

    private final Accounts accounts;
    private final AccountStore store;
    private final ObjectProvider<RealFigures> figures;
    private final boolean demo;
    private final String givenPassword;
    private final PrintStream out;

    FirstAccounts(
            Accounts accounts,
            AccountStore store,
            ObjectProvider<RealFigures> figures,
            @Value("${caravana.demo}") boolean demo,
            @Value("${caravana.admin-password}") String givenPassword) {
        this.accounts = accounts;
        this.store = store;
        this.figures = figures;
        this.demo = demo;
        this.givenPassword = givenPassword;
        this.out = System.out;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo) {
            openDemo();
            return;
        }
        store.deleteDemo();
        List<Account> left = store.listAccounts();
        if (left.stream().noneMatch(account -> account.roles().contains(Role.ADMIN))) {
            openAdministrator(left.stream().map(Account::name).collect(Collectors.toSet()));
        }
    }

    /** Also where the only administrator was a demo account that has just gone: somebody must be able to let others in. */
    private void openAdministrator(Set<String> taken) {
        String name = ADMINISTRATOR;
        for (int number = 2; taken.contains(name); number++) {
            name = ADMINISTRATOR + number;
        }
        Set<Role> roles = EnumSet.of(Role.ADMIN, Role.PLANNER);
        if (!givenPassword.isBlank()) {
            accounts.insert(name, roles, givenPassword, false);
            return;
        }
        String password = accounts.create(name, roles);
        out.printf("%n  First sign-in: %s%n  One-time password: %s%n%n", name, password);
    }

    private void openDemo() {
        if (givenPassword.length() < 4) {
            throw new AccessProblem.DemoWithoutPassword();
        }
        if (figures.stream().anyMatch(RealFigures::holdsRealStatistics)) {
            throw new AccessProblem.DemoOnRealFigures();
        }
        Map<String, Set<Role>> demoAccounts = new LinkedHashMap<>();
        demoAccounts.put(ADMINISTRATOR, EnumSet.of(Role.ADMIN));
        demoAccounts.put("planner", EnumSet.of(Role.PLANNER));
        demoAccounts.put("viewer", EnumSet.of(Role.VIEWER));
        demoAccounts.put("field", EnumSet.of(Role.FIELD));
        // who is signed in stays so over a restart, unless the password has been changed meanwhile
        store.listAccounts().stream()
                .filter(account -> account.demo() && !isUpToDate(account, demoAccounts.get(account.name())))
                .forEach(account -> store.delete(account.name()));
        demoAccounts.forEach((name, roles) -> {
            if (store.findAccount(name).isEmpty()) {
                accounts.insert(name, roles, givenPassword, true);
            }
        });
    }

    private boolean isUpToDate(Account account, @Nullable Set<Role> wanted) {
        return account.roles().equals(wanted)
                && !account.passwordExpired()
                && accounts.isPasswordOf(account, givenPassword);
    }
}
