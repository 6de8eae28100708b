package ro.caravana.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the test run's own, from Debian's packages, on a free port of the loopback address, in a temporary folder.
 * Started at the first use, stopped when the Java machine ends. As root it runs as the user {@code postgres}, as PostgreSQL demands.
 */
public final class PostgresServer {
    static final String USER = "caravana";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static @org.jspecify.annotations.Nullable PostgresServer running;

    private final int port;

    private PostgresServer(Path binaries, Path folder, int port) {
        this.port = port;
        own(folder);
        run(binaries.resolve("initdb"), "-D", folder + "/db", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C");
        run(
                binaries.resolve("pg_ctl"),
                "-D",
                folder + "/db",
                "-l",
                folder + "/log",
                "-w",
                "-o",
                "-p " + port + " -c max_connections=300 -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                        + folder,
                "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            run(binaries.resolve("pg_ctl"), "-D", folder + "/db", "-m", "immediate", "stop");
            delete(folder);
        }));
    }

    /** The one server of this test run. */
    public static synchronized PostgresServer running() {
        if (running == null) {
            try {
                running = new PostgresServer(binaries(), Files.createTempDirectory("caravana-pg"), freePort());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return running;
    }

    /** Creates an empty database and answers its JDBC address. */
    public String newDatabase() {
        String name = "test_" + NEXT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Path binaries() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                return versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder())
                        .orElseThrow(PostgresServer::missing);
            }
        }
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(
                "PostgreSQL is not installed: run ./test as root once, or install postgresql and postgresql-postgis");
    }

    private static void own(Path folder) {
        if (isRoot()) {
            run(Path.of("chown"), "postgres", folder.toString());
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot() && !program.toString().equals("chown")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("caravana-pg", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            // a temporary folder that the next reboot clears
        }
    }
}
