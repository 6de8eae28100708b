package ro.caravana.statistics;

import java.util.Optional;

/**
 * How a statistics file is to be taken.
 *
 * @param source the file's name as the user knows it
 * @param period holds for rows without a period of their own: 2026, 2026-12, 2026-Q4 or 2026-12-31
 * @param synthetic whether the figures are made up; empty: what the file says of itself
 * @param dryRun show the effect and write nothing
 * @param importedBy account or command
 */
public record ImportRequest(
        String source, Optional<String> period, Optional<Boolean> synthetic, boolean dryRun, String importedBy) {
    private static final int LONGEST_SOURCE = 200;

    public ImportRequest {
        String plain = source.replaceAll("[\\p{Cntrl}<>\"\\\\/]", "_")
                .replaceAll("\\d{13}", "_")
                .strip();
        source = plain.isEmpty() ? "statistics" : plain.substring(0, Math.min(LONGEST_SOURCE, plain.length()));
        period = period.filter(text -> !text.isBlank());
    }
}
