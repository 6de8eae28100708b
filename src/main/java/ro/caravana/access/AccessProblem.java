package ro.caravana.access;

import ro.caravana.problem.Problem;

/** What this module refuses. */
public abstract sealed class AccessProblem extends Problem {
    private AccessProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No such account. */
    public static final class UnknownAccount extends AccessProblem {
        UnknownAccount() {
            super("unknown-account", 404, "Unknown account", "No account has this name.");
        }
    }

    /** The wanted name is taken. */
    public static final class NameTaken extends AccessProblem {
        NameTaken() {
            super("account-name-taken", 409, "Name taken", "Another account has this name; choose a different one.");
        }
    }

    /** The name or roles do not have the expected form. */
    public static final class UnusableAccount extends AccessProblem {
        UnusableAccount(String detail) {
            super("unusable-account", 400, "Unusable account", detail);
        }
    }

    /** The new password is too weak, or the present one was not given rightly. */
    public static final class UnusablePassword extends AccessProblem {
        UnusablePassword(String detail) {
            super("unusable-password", 400, "Unusable password", detail);
        }
    }

    /** The county would be left without an administrator. */
    public static final class LastAdministrator extends AccessProblem {
        LastAdministrator() {
            super(
                    "last-administrator",
                    409,
                    "Last administrator",
                    "This is the only administrator; give the role to another account first.");
        }
    }

    /** Demo accounts and real figures do not go together. */
    public static final class DemoOnRealFigures extends AccessProblem {
        DemoOnRealFigures() {
            super(
                    "demo-on-real-figures",
                    400,
                    "Demo accounts refused",
                    "CARAVANA_DEMO=true opens shared accounts, and this database holds real statistics. Unset CARAVANA_DEMO, or"
                            + " point CARAVANA_DATA at an empty folder.");
        }
    }

    /** Demo accounts need a password from the settings. */
    public static final class DemoWithoutPassword extends AccessProblem {
        DemoWithoutPassword() {
            super(
                    "demo-without-password",
                    400,
                    "Demo accounts need a password",
                    "Set CARAVANA_ADMIN_PASSWORD (at least 4 characters for a demo) beside CARAVANA_DEMO=true.");
        }
    }
}
