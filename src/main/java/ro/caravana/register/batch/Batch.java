package ro.caravana.register.batch;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A batch's signed content; its events still as they came.
 *
 * @param sequence 1, 2, 3 … per office
 * @param previous base64url SHA-256 of the office's previous batch, empty for the first
 * @param completeTo the office has sent everything that happened before this instant
 */
public record Batch(
        String office, long sequence, String previous, Instant createdAt, Instant completeTo, List<JsonNode> events) {}
