package ro.caravana.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.h2.jdbcx.JdbcDataSource;

/** Where the embedded database lives and how it is opened. */
final class EmbeddedDatabase {
    static final String USER = "sa";

    private EmbeddedDatabase() {}

    /**
     * The JDBC address of the database file.
     *
     * <p>{@code WRITE_DELAY=0}: H2 otherwise acknowledges a commit up to half a second before it is on disk, and a killed process
     * loses it. {@code AUTO_SERVER}: a command such as {@code ./run import} may open the file while the server runs. {@code retry:}: Java closes a file's channel under a thread that is interrupted,
     * as one is whose reader has left the page; H2 would go on with a closed file until it is started anew. So it opens it again.
     */
    static String url(Path file) {
        return "jdbc:h2:retry:" + file + ";WRITE_DELAY=0;AUTO_SERVER=TRUE;DEFAULT_LOCK_TIMEOUT=20000";
    }

    /** Connections to it that {@linkplain OneWriter change it one at a time}. */
    static DataSource open(String url) {
        JdbcDataSource file = new JdbcDataSource();
        file.setUrl(url);
        file.setUser(USER);
        file.setPassword("");
        return ProxyDataSourceBuilder.create(file)
                .methodListener(new OneWriter(OneWriter.PATIENCE))
                .build();
    }
}
