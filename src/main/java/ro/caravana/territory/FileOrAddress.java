package ro.caravana.territory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Opens what a person named on the command line: a file, or the http(s) address of one, which is fetched to a temporary file. */
@Component
class FileOrAddress {
    static final long LARGEST_BYTES = 200L * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Calls the reader with the file and the name to show for it. */
    <T> T with(String fileOrAddress, BiFunction<Path, String, T> reader) throws IOException {
        if (fileOrAddress.startsWith("http://") || fileOrAddress.startsWith("https://")) {
            Path fetched = Files.createTempFile("caravana-import-", ".bin");
            try {
                fetch(fileOrAddress, fetched);
                return reader.apply(fetched, name(fileOrAddress));
            } finally {
                Files.deleteIfExists(fetched);
            }
        }
        Path file = Path.of(fileOrAddress);
        if (!Files.isRegularFile(file)) {
            throw new TerritoryProblem.FileUnreadable("There is no such file; check the path.");
        }
        if (Files.size(file) > LARGEST_BYTES) {
            throw tooLarge();
        }
        return reader.apply(file, String.valueOf(file.getFileName()));
    }

    private static void fetch(String address, Path target) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new TerritoryProblem.FileUnreadable("The address answered with status " + answer.statusCode()
                            + "; open it in a browser to check it.");
                }
                copy(body, target);
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new TerritoryProblem.FileUnreadable("The address is not a valid http(s) address.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } catch (IOException unreachable) {
            throw new TerritoryProblem.FileUnreadable(
                    "The address could not be read to its end; check it and the network, or fetch the file and name it here.");
        }
    }

    /** Counts what really arrives: a length header may lie. */
    private static void copy(InputStream from, Path to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (var out = Files.newOutputStream(to)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                total += read;
                if (total > LARGEST_BYTES) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static TerritoryProblem tooLarge() {
        return new TerritoryProblem.FileTooLarge(
                "Files up to " + LARGEST_BYTES / (1024 * 1024) + " MB are taken; send a simplified or smaller one.");
    }

    private static String name(String address) {
        String path = URI.create(address).getPath();
        String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "download" : name;
    }
}
