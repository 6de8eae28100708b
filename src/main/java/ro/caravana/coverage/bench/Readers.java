package ro.caravana.coverage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Many open streams: those that read, and those that never do. Closing closes them all. */
final class Readers implements AutoCloseable {
    private static final int SMALLEST_BUFFER = 4_096;
    private static final String STREAM = "/api/v1/coverage/stream?level=uat";

    private final Server server;
    private final ConnectionProvider connections;
    private final List<Disposable> reading = new ArrayList<>();
    private final List<Socket> stalled = new ArrayList<>();
    private final List<Update> updates = new CopyOnWriteArrayList<>();
    private final Percentiles each = new Percentiles();
    private final AtomicInteger broken = new AtomicInteger();

    Readers(Server server, int most) {
        this.server = server;
        this.connections = ConnectionProvider.builder("readers")
                .maxConnections(most)
                .pendingAcquireMaxCount(most)
                .build();
    }

    /** Opens streams and waits until each has had its first event. */
    void open(int count) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(count);
        for (int reader = 0; reader < count; reader++) {
            reading.add(read(begun));
        }
        if (!begun.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(begun.getCount() + " of " + count + " readers were not let in");
        }
    }

    private Disposable read(CountDownLatch begun) {
        int[] next = {updates.size()}; // touched by this reader's event loop only
        boolean[] first = {true};
        StreamReader reader = new StreamReader(opened -> {
            if (first[0]) {
                first[0] = false;
                begun.countDown();
            }
            next[0] = noteSeen(next[0], opened);
        });
        return HttpClient.create(connections)
                .headers(headers ->
                        headers.set("Authorization", server.basic("planner")).set("Accept", "text/event-stream"))
                .get()
                .uri(server.at(STREAM).toString())
                .responseContent()
                .asByteArray()
                .subscribe(reader::read, failure -> broken.incrementAndGet());
    }

    private int noteSeen(int next, long opened) {
        long now = System.nanoTime();
        int at = next;
        while (at < updates.size() && updates.get(at).isIn(opened)) {
            each.add(updates.get(at).seen(now));
            at++;
        }
        return at;
    }

    /** Streams that are asked for and then left lying, with the smallest buffer there is. */
    void stall(int count) {
        for (int reader = 0; reader < count; reader++) {
            try {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(SMALLEST_BUFFER);
                socket.connect(new InetSocketAddress(
                        server.at("/").getHost(), server.at("/").getPort()));
                socket.getOutputStream()
                        .write(("GET " + STREAM
                                        + " HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\nAuthorization: "
                                        + server.basic("planner") + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                stalled.add(socket);
            } catch (IOException away) {
                throw new UncheckedIOException(away);
            }
        }
    }

    /** Call before the batch is sent: it may be seen before it is answered. */
    Update expect(long target) {
        Update update = new Update(target, reading.size());
        updates.add(update);
        return update;
    }

    List<Update> updates() {
        return updates;
    }

    /** Nanoseconds to each reader, of every update. */
    Percentiles each() {
        return each;
    }

    int broken() {
        return broken.get();
    }

    @Override
    public void close() {
        reading.forEach(Disposable::dispose);
        for (Socket socket : stalled) {
            try {
                socket.close();
            } catch (IOException closedAlready) {
                // gone is gone
            }
        }
        connections.dispose();
    }
}
