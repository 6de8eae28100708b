package ro.caravana.coverage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server that is measured, as its demo accounts see it. Thread-safe. */
final class Server {
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)$");

    private final URI base;
    private final String password;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Server(URI base, String password) {
        this.base = base;
        this.password = password;
    }

    URI at(String path) {
        return base.resolve(path);
    }

    String basic(String account) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    JsonNode get(String path, String account) {
        return JsonMapper.shared().readTree(text(path, account));
    }

    /** Bytes of heap in use, garbage included. */
    long heap() {
        Matcher pools = HEAP.matcher(text("/actuator/prometheus", "admin"));
        double bytes = 0;
        while (pools.find()) {
            bytes += Double.parseDouble(pools.group(1));
        }
        return (long) bytes;
    }

    private String text(String path, String account) {
        return send(HttpRequest.newBuilder(at(path))
                        .header("Authorization", basic(account))
                        .build())
                .body();
    }

    void post(String path, String account, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!account.isEmpty()) {
            request.header("Authorization", basic(account));
        }
        send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Refused(request.method() + " " + request.uri().getPath() + ": " + answer.statusCode());
            }
            return answer;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
