package ro.caravana.access;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's own account. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {
    /**
     * Who is signed in.
     *
     * @param mustChangePassword true until a one-time password has been replaced
     * @param station with which the person's team goes out, empty for who is of none
     */
    record Me(String name, Set<Role> roles, boolean mustChangePassword, String station) {}

    /** A new password beside the present one. */
    record PasswordChange(
            @Nullable String present, @Nullable String wanted) {}

    private final Accounts accounts;

    MeController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    Me me(Viewer viewer, Authentication who) {
        boolean mustChange =
                who.getAuthorities().stream().anyMatch(held -> Ticket.MUST_CHANGE_PASSWORD.equals(held.getAuthority()));
        return new Me(viewer.name(), new TreeSet<>(viewer.roles()), mustChange, accounts.stationOf(viewer.name()));
    }

    /** Replaces the password. Sign in again afterwards: every session of the account ends, this one too. */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, Viewer viewer) {
        accounts.changePassword(
                viewer.name(),
                Objects.requireNonNullElse(change.present(), ""),
                Objects.requireNonNullElse(change.wanted(), ""));
    }
}
