package ro.caravana.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about accounts. */
@Repository
class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> findAccount(String name) {
        if (name.indexOf(0) >= 0) {
            return Optional.empty(); // PostgreSQL takes no U+0000 at all; nobody is called so
        }
        return jdbc.sql("SELECT * FROM account WHERE name = :name")
                .param("name", name)
                .query(AccountStore::read)
                .optional();
    }

    List<Account> listAccounts() {
        return jdbc.sql("SELECT * FROM account ORDER BY name")
                .query(AccountStore::read)
                .list();
    }

    /** All accounts as {@link #listAccounts}, held until the transaction ends: nobody else changes one meanwhile. */
    List<Account> lockAccounts() {
        jdbc.sql("SELECT name FROM account ORDER BY name FOR UPDATE")
                .query(String.class)
                .list();
        return listAccounts();
    }

    /** Adds an account; answers false, and changes nothing, where the name is taken. */
    boolean insert(Account account) {
        return jdbc.sql("""
                        INSERT INTO account (name, password_hash, roles, password_expired, demo, created_at, station)
                        SELECT :name, :hash, :roles, :expired, :demo, :createdAt, :station
                        WHERE NOT EXISTS (SELECT 1 FROM account WHERE name = :name)
                        """)
                        .param("name", account.name())
                        .param("hash", account.passwordHash())
                        .param("roles", write(account.roles()))
                        .param("expired", account.passwordExpired())
                        .param("demo", account.demo())
                        .param("createdAt", Timestamp.from(account.createdAt()))
                        .param("station", account.station())
                        .update()
                == 1;
    }

    void changePassword(String name, String hash, boolean expired) {
        jdbc.sql("UPDATE account SET password_hash = :hash, password_expired = :expired WHERE name = :name")
                .param("hash", hash)
                .param("expired", expired)
                .param("name", name)
                .update();
    }

    void changeRoles(String name, Set<Role> roles) {
        jdbc.sql("UPDATE account SET roles = :roles WHERE name = :name")
                .param("roles", write(roles))
                .param("name", name)
                .update();
    }

    boolean changeStation(String name, String station) {
        return jdbc.sql("UPDATE account SET station = :station WHERE name = :name")
                        .param("station", station)
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean delete(String name) {
        return jdbc.sql("DELETE FROM account WHERE name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    void deleteDemo() {
        jdbc.sql("DELETE FROM account WHERE demo").update();
    }

    private static String write(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.getString("roles").split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new Account(
                row.getString("name"),
                row.getString("password_hash"),
                roles,
                row.getBoolean("password_expired"),
                row.getBoolean("demo"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("station"));
    }
}
