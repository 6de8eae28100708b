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

    /** The file to restore from is none. */
    public static final class NotABackup extends StoreProblem {
        NotABackup() {
            super(
                    "not-a-backup",
                    "Not a backup",
                    "The file is missing, cut short or was not written by ./run backup. Nothing was changed.");
        }
    }

    /** The backup holds something this version does not know. */
    public static final class NewerBackup extends StoreProblem {
        NewerBackup(String table) {
            super(
                    "newer-backup",
                    "Backup of a newer version",
                    "The backup's table " + table
                            + " has columns this version does not know. Restore with the version that wrote it. Nothing was changed.");
        }
    }

    /** The place to write a backup to does not exist. */
    public static final class NoSuchFolder extends StoreProblem {
        NoSuchFolder() {
            super("no-such-folder", "No such folder", "Name a file in a folder that exists.");
        }
    }
}
