package ro.caravana.statistics.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import ro.caravana.statistics.intake.CaseRow;

/** Writes many counts at once, inside the caller's transaction. */
interface CountLoader {
    /** Rows about days of which nothing is known yet. */
    void insert(Connection connection, long importId, List<CaseRow> rows) throws SQLException;

    /** Rows that replace what is known under their keys, or are new. */
    void merge(Connection connection, long importId, List<CaseRow> rows) throws SQLException;
}
