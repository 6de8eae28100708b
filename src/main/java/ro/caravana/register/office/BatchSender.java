package ro.caravana.register.office;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import ro.caravana.register.ledger.BatchIntake;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the outbox in order, as often as it takes. */
final class BatchSender {
    private static final int MOST_TRIES = 8;
    private static final long LONGEST_WAIT_SECONDS = 300;
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Waits; a test does not. */
    interface Pause {
        void forSeconds(long seconds) throws InterruptedException;
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final OfficeFolder folder;
    private final URI address;
    private final Pause pause;
    private final Consumer<String> tell;

    BatchSender(OfficeFolder folder, URI server, Pause pause, Consumer<String> tell) {
        this.folder = folder;
        this.address = server.resolve("/api/v1/sync/batches");
        this.pause = pause;
        this.tell = tell;
    }

    /** @throws ClientProblem where it cannot go on; what was acknowledged is, the rest waits */
    void sendAll() throws InterruptedException {
        for (List<Long> waiting = folder.waiting(); !waiting.isEmpty(); waiting = folder.waiting()) {
            send(waiting.get(0));
        }
    }

    private void send(long sequence) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "application/jose")
                                .POST(HttpRequest.BodyPublishers.ofString(folder.read(sequence)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    JsonNode taken = receipt(sequence, answer.body());
                    acknowledge(sequence, taken.path("hash").asString());
                    report(sequence, taken);
                    return;
                }
                long wait = retryAfter(answer, tries);
                if (wait < 0 || tries >= MOST_TRIES) {
                    refused(sequence, answer);
                    return;
                }
                waitFor(wait, answer.statusCode() == 429 ? "the server asks for time" : "the server has trouble");
            } catch (IOException away) {
                if (tries >= MOST_TRIES) {
                    throw new ClientProblem.Unreachable(folder.waiting().size());
                }
                waitFor(1L << tries, "the server cannot be reached");
            }
        }
    }

    /** Networks that ask for a sign-in of their own, and some proxies, answer everything with 200 and a page. */
    private JsonNode receipt(long sequence, String body) {
        JsonNode taken = read(body);
        if (!HASH.matcher(taken.path("hash").asString("")).matches()
                || taken.path("sequence").asLong() != sequence) {
            throw new ClientProblem.NotTheServer(sequence, address);
        }
        return taken;
    }

    /** Where the server has the batch under an earlier signature, what follows is linked to that one. */
    private void acknowledge(long sequence, String hash) {
        if (hash.equals(BatchIntake.hash(folder.read(sequence)))) {
            folder.acknowledge(sequence);
            return;
        }
        if (!folder.hasEarlier(sequence, hash)) {
            throw new ClientProblem.Refused(sequence, 200, "the server has it with a signature that is not known here");
        }
        new BatchCutter(folder, 1).linkTo(sequence, hash); // first: whoever is killed now comes back here
        folder.acknowledgeEarlier(sequence, hash);
    }

    private void waitFor(long seconds, String why) throws InterruptedException {
        tell.accept(why + "; trying again in " + seconds + " s");
        pause.forSeconds(seconds);
    }

    /** Seconds until the same request may come again; negative where that would not help. */
    private static long retryAfter(HttpResponse<String> answer, int tries) {
        if (answer.statusCode() != 429 && answer.statusCode() < 500) {
            return -1;
        }
        String told = answer.headers().firstValue("Retry-After").orElse("");
        long seconds = told.matches("\\d{1,6}") ? Long.parseLong(told) : 1L << tries;
        return Math.min(LONGEST_WAIT_SECONDS, seconds);
    }

    /** A server restored from a backup may lack what it had acknowledged: it gets those batches again. */
    private void refused(long sequence, HttpResponse<String> answer) throws InterruptedException {
        JsonNode problem = read(answer.body());
        long expected = problem.path("expectedSequence").asLong(0);
        if (answer.statusCode() == 409 && expected > 0 && expected < sequence && folder.has(expected)) {
            tell.accept("the server asks for batch " + expected + " again");
            send(expected);
            return;
        }
        throw new ClientProblem.Refused(
                sequence, answer.statusCode(), problem.path("title").asString("no reason given"));
    }

    private void report(long sequence, JsonNode answer) {
        tell.accept(String.format(
                "batch %d: %d counted, %d known before, %d in quarantine%s",
                sequence,
                answer.path("applied").asInt(),
                answer.path("repeated").asInt(),
                answer.path("quarantined").size(),
                answer.path("duplicate").asBoolean(false) ? " (the server had it already)" : ""));
        for (JsonNode event : answer.path("quarantined")) {
            tell.accept("  event " + event.path("id").asString() + ": "
                    + RowWords.of(event.path("reason").asString()));
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
