package ro.caravana.store;

import ro.caravana.problem.Problem;

/** What can be wrong with the database's settings. */
public abstract sealed class StoreProblem extends Problem {
    private StoreProblem(String type, String title, String detail) {
        super(type, 400, title, detail);
    }

    /** The address names neither PostgreSQL nor H2. */
    public static final class UnknownDatabase extends StoreProblem {
        UnknownDatabase() {
            super(
                    "unknown-database",
                    "Unknown database",
                    "CARAVANA_DB_URL must start with jdbc:postgresql: (or be left out for the embedded database).");
        }
    }
}
