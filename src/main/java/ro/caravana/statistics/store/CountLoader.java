package ro.caravana.statistics.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import ro.caravana.statistics.intake.CaseRow;

/** Writes many counts at once, inside the caller's transaction. */
@FunctionalInterface
interface CountLoader {
    void load(Connection connection, long importId, List<CaseRow> rows) throws SQLException;
}
