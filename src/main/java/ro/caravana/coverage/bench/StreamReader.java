package ro.caravana.coverage.bench;

import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a stream of server-sent events as its bytes come, in whatever pieces, and tells the county's opened cases at the end of
 * each event that has them. Keeps only an event's beginning. Not thread-safe.
 */
final class StreamReader {
    /** The county stands before the rows; everything up to it is shorter than this. */
    private static final int BEGINNING = 1_024;

    private static final Pattern OPENED = Pattern.compile("\"county\":\\{.*?\"opened\":\\{\"count\":(\\d+)");

    private final byte[] beginning = new byte[BEGINNING];
    private final LongConsumer county;
    private int kept;
    private boolean lineEnded;

    StreamReader(LongConsumer county) {
        this.county = county;
    }

    void read(byte[] piece) {
        for (byte next : piece) {
            if (next == '\n' && lineEnded) {
                end();
            } else {
                lineEnded = next == '\n';
                if (kept < BEGINNING) {
                    beginning[kept++] = next;
                }
            }
        }
    }

    private void end() {
        Matcher found = OPENED.matcher(new String(beginning, 0, kept, StandardCharsets.UTF_8));
        if (found.find()) {
            county.accept(Long.parseLong(found.group(1)));
        }
        kept = 0;
        lineEnded = false;
    }
}
