package ro.caravana.coverage.bench;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One measurement against a running server with demo accounts and a register that holds nothing but earlier measurements. */
public final class CoverageBench {
    /** How the keys of measurements begin. */
    static final String KID = "bench-stream-";

    private static final int SECONDS_OF_GRACE = 30;
    private static final double NANOS = 1e9;

    /**
     * @param readers streams that are read
     * @param stalled streams that are opened and never read
     * @param rate events a second
     * @param batch events a batch
     */
    public record Load(int readers, int stalled, int rate, int batch, int seconds) {}

    private final Server server;
    private final Load load;
    private final Clock clock;
    private final Percentiles answers = new Percentiles();
    private final List<Long> heaps = new ArrayList<>();

    public CoverageBench(URI server, String password, Load load, Clock clock) {
        this.server = new Server(server, password);
        this.load = load;
        this.clock = clock;
    }

    /** Whether made-up events would mix with real ones: some office has a key that no measurement has made. */
    public boolean wouldMix() {
        for (JsonNode key : server.get("/api/v1/sync/keys", "admin").at("/keys")) {
            if (!key.at("/kid").asString().startsWith(KID)) {
                return true;
            }
        }
        return false;
    }

    /** @return whether every batch reached every reader */
    public boolean run(PrintWriter out) throws InterruptedException {
        try (Readers readers = new Readers(server, load.readers())) {
            SigningOffice office = office();
            long opened = server.get("/api/v1/coverage?level=uat", "planner")
                    .at("/county/opened/count")
                    .asLong();
            readers.stall(load.stalled());
            readers.open(load.readers());
            long start = System.nanoTime();
            send(readers, office, opened);
            double seconds = (System.nanoTime() - start) / NANOS;
            waitFor(readers);
            print(out, readers, seconds);
            return readers.broken() == 0 && readers.updates().stream().allMatch(Update::hasReachedEverybody);
        }
    }

    private SigningOffice office() {
        JsonNode first = server.get("/api/v1/sync/offices", "admin").at("/offices/0");
        List<Integer> sirutas = new ArrayList<>();
        server.get("/api/v1/coverage?level=locality", "planner")
                .at("/rows")
                .forEach(row -> sirutas.add(row.at("/siruta").asInt()));
        String id = first.at("/office").asString();
        SigningOffice office = new SigningOffice(
                id,
                sirutas,
                first.at("/lastSequence").asLong(),
                first.at("/lastHash").asString());
        server.post(
                "/api/v1/sync/offices/" + id + "/keys",
                "admin",
                "application/json",
                JsonMapper.shared().writeValueAsBytes(office.publicKey()));
        return office;
    }

    /** Batches at an even pace; one that is late is followed at once by the next. */
    private void send(Readers readers, SigningOffice office, long openedBefore) {
        int batches = Math.max(1, load.rate() * load.seconds() / load.batch());
        long nanosBetween = TimeUnit.SECONDS.toNanos(load.batch()) / load.rate();
        long start = System.nanoTime();
        for (int batch = 0; batch < batches; batch++) {
            long due = start + batch * nanosBetween;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            byte[] jws = office.next(load.batch(), clock.instant());
            Update update = readers.expect(openedBefore + (batch + 1L) * load.batch());
            long sent = System.nanoTime();
            server.post("/api/v1/sync/batches", "", "application/jose", jws);
            long answered = System.nanoTime();
            update.answered(answered);
            answers.add(answered - sent);
            if (batch % Math.max(1, batches / 12) == 0) {
                heaps.add(server.heap());
            }
        }
        heaps.add(server.heap());
    }

    private static void waitFor(Readers readers) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_OF_GRACE);
        while (System.nanoTime() < patience && !readers.updates().stream().allMatch(Update::hasReachedEverybody)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void print(PrintWriter out, Readers readers, double seconds) {
        Percentiles last = new Percentiles();
        readers.updates().stream()
                .filter(Update::hasReachedEverybody)
                .forEach(update -> last.add(update.nanosToTheLast()));
        out.printf(
                "%d processors; %d readers, %d stalled; %d batches of %d events in %.1f s: %.0f events/s%n",
                Runtime.getRuntime().availableProcessors(),
                load.readers(),
                load.stalled(),
                readers.updates().size(),
                load.batch(),
                seconds,
                readers.updates().size() * (double) load.batch() / seconds);
        line(out, "sent until answered", answers);
        line(out, "answered until a reader had it", readers.each());
        line(out, "answered until the last reader had it", last);
        out.printf(
                "heap of the server, garbage included, MB: %s%n",
                heaps.stream().map(heap -> Long.toString(heap >> 20)).toList());
        out.printf(
                "batches that reached every reader: %d of %d; streams that broke: %d%n",
                last.size(), readers.updates().size(), readers.broken());
    }

    private static void line(PrintWriter out, String what, Percentiles times) {
        out.printf(
                "%-38s p50 %7.0f ms   p99 %7.0f ms   longest %7.0f ms   (%d)%n",
                what, times.at(0.5), times.at(0.99), times.at(1), times.size());
    }
}
