package ro.caravana.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import org.junit.jupiter.api.Test;

/** While something is written nothing else is; whoever reads does not wait, and nobody waits for ever. */
class OneWriterTests {
    private final OneWriter writer = new OneWriter(Duration.ofMillis(1));

    private static MethodExecutionContext call(Class<?> type, String method) throws NoSuchMethodException {
        MethodExecutionContext context = new MethodExecutionContext();
        context.setMethod(type.getMethod(method));
        return context;
    }

    private static MethodExecutionContext setAutoCommit(boolean on) throws NoSuchMethodException {
        MethodExecutionContext context = new MethodExecutionContext();
        context.setMethod(Connection.class.getMethod("setAutoCommit", boolean.class));
        context.setMethodArgs(new Object[] {on});
        return context;
    }

    private void elsewhere(Runnable work) throws InterruptedException {
        Thread other = new Thread(work);
        other.start();
        other.join();
    }

    @Test
    void whatChangesSomethingHasItsTurn() throws Exception {
        for (String method : new String[] {"execute", "executeUpdate", "executeBatch", "executeLargeUpdate"}) {
            MethodExecutionContext call = call(PreparedStatement.class, method);
            writer.beforeMethod(call);
            assertThat(writer.isTaken()).as(method).isTrue();
            writer.afterMethod(call);
            assertThat(writer.isTaken()).as(method).isFalse();
        }
        for (String method : new String[] {"commit", "rollback"}) {
            MethodExecutionContext call = call(Connection.class, method);
            writer.beforeMethod(call);
            assertThat(writer.isTaken()).as(method).isTrue();
            writer.afterMethod(call);
        }
    }

    @Test
    void readersNeedNone() throws Exception {
        writer.beforeMethod(call(PreparedStatement.class, "executeQuery"));
        assertThat(writer.isTaken()).isFalse();
    }

    /** While the sums are written, a batch may be looked at; what gives a connection back may commit. */
    @Test
    void aTransactionBeginsWithoutATurnAndEndsWithOne() throws Exception {
        writer.beforeMethod(setAutoCommit(false));
        assertThat(writer.isTaken()).isFalse();
        MethodExecutionContext end = setAutoCommit(true);
        writer.beforeMethod(end);
        assertThat(writer.isTaken()).isTrue();
        writer.afterMethod(end);
    }

    /** A commit waits for no row of anybody, so nobody need pass it, however long the disk takes. */
    @Test
    void nobodyPassesACommit() throws Exception {
        MethodExecutionContext commit = call(Connection.class, "commit");
        MethodExecutionContext update = call(PreparedStatement.class, "executeUpdate");
        writer.beforeMethod(commit);
        AtomicBoolean passed = new AtomicBoolean();
        Thread other = new Thread(() -> {
            writer.beforeMethod(update);
            passed.set(true);
            writer.afterMethod(update);
        });
        other.start();
        other.join(100); // a hundred times its patience: with a writer that lets it pass it ends here
        assertThat(passed).isFalse();
        writer.afterMethod(commit);
        other.join();
        assertThat(passed).isTrue();
        assertThat(writer.isTaken()).isFalse();
    }

    /** Two that wait for each other in the database must not do so here for ever; the turn stays with whom it was. */
    @Test
    void whoWaitsTooLongGoesOnAndTakesNothingAway() throws Exception {
        MethodExecutionContext first = call(PreparedStatement.class, "executeUpdate");
        MethodExecutionContext second = call(Connection.class, "commit");
        writer.beforeMethod(first);
        elsewhere(() -> {
            writer.beforeMethod(second);
            writer.afterMethod(second);
        });
        assertThat(writer.isTaken()).isTrue();
        writer.afterMethod(first);
        assertThat(writer.isTaken()).isFalse();
    }

    /** Its whole transaction would otherwise wait as long again at every statement, and longer than the database's patience. */
    @Test
    void whatComesBesideOneThatWaitsForARowWaitsOnceOnly() throws Exception {
        MethodExecutionContext holder = call(PreparedStatement.class, "executeUpdate");
        MethodExecutionContext beside = call(PreparedStatement.class, "executeUpdate");
        writer.beforeMethod(holder);
        elsewhere(() -> writer.beforeMethod(beside));
        assertThat(writer.stillToWait()).isZero();
        writer.afterMethod(holder);
        assertThat(writer.stillToWait()).as("another statement, another wait").isPositive();
    }

    /** The product's own connections are watched, a failing statement ends its turn. */
    @Test
    void theEmbeddedDatabaseIsOpenedWithIt() throws SQLException {
        try (Connection connection = EmbeddedDatabase.open("jdbc:h2:mem:" + UUID.randomUUID())
                        .getConnection();
                var statement = connection.createStatement()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.execute("NONSENSE")))
                    .isInstanceOf(SQLException.class);
            statement.execute("CREATE TABLE one (n INT)");
            assertThat(statement.executeUpdate("INSERT INTO one VALUES (1)")).isEqualTo(1);
        }
    }
}
