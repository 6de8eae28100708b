package ro.caravana.coordination.mail;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about the working group's list. */
@Repository
class GroupListStore {
    private final JdbcClient jdbc;

    GroupListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<GroupList.Entry> list() {
        return jdbc.sql("SELECT version, email, changed_at, changed_by FROM group_list ORDER BY version DESC")
                .query((row, number) -> new GroupList.Entry(
                        row.getLong("version"),
                        row.getString("email"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    /** @return false where the version is taken */
    boolean insert(GroupList.Entry entry) {
        try {
            jdbc.sql("INSERT INTO group_list (version, email, changed_at, changed_by) VALUES (?, ?, ?, ?)")
                    .params(entry.version(), entry.email(), entry.at().atOffset(ZoneOffset.UTC), entry.by())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
