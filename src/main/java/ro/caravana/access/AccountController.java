package ro.caravana.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators. */
@PreAuthorize("hasRole('ADMIN')")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {
    /** An account as administrators see it. */
    record AccountRow(
            String name, Set<Role> roles, boolean passwordExpired, boolean demo, Instant createdAt, String station) {
        static AccountRow of(Account account) {
            return new AccountRow(
                    account.name(),
                    new TreeSet<>(account.roles()),
                    account.passwordExpired(),
                    account.demo(),
                    account.createdAt(),
                    account.station());
        }
    }

    /** All accounts, by name. */
    record AccountList(List<AccountRow> accounts) {}

    /** The wanted account. */
    record NewAccount(@Nullable String name, @Nullable Set<Role> roles) {}

    /** The wanted roles. */
    record NewRoles(@Nullable Set<Role> roles) {}

    /** The team's station; empty or left out for none. */
    record NewStation(@Nullable String station) {}

    /** A password that is shown once and must be replaced at the next sign-in. */
    record OneTimePassword(String name, String oneTimePassword) {}

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    AccountList list() {
        return new AccountList(
                accounts.listAccounts().stream().map(AccountRow::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OneTimePassword create(@RequestBody NewAccount wanted) {
        String name = wanted.name() == null ? "" : wanted.name();
        return new OneTimePassword(name, accounts.create(name, orNone(wanted.roles())));
    }

    @PutMapping("/{name}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeRoles(@PathVariable String name, @RequestBody NewRoles wanted) {
        accounts.changeRoles(name, orNone(wanted.roles()));
    }

    @PutMapping("/{name}/station")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeStation(@PathVariable String name, @RequestBody NewStation wanted) {
        accounts.changeStation(name, wanted.station() == null ? "" : wanted.station());
    }

    @PostMapping("/{name}/password-reset")
    OneTimePassword resetPassword(@PathVariable String name) {
        return new OneTimePassword(name, accounts.resetPassword(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        accounts.delete(name);
    }

    private static Set<Role> orNone(@Nullable Set<Role> roles) {
        return roles == null ? Set.of() : roles;
    }
}
