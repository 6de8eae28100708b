package ro.caravana.workgroup.quality;

import java.time.Instant;

/** What somebody complains about, in their own words; for planners. */
public record Complaint(String id, String visit, String words, Channel channel, Instant receivedAt, String decision) {}
