package ro.caravana.documents.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** What Spring has no constants for. */
final class MediaTypes {
    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType GPX = new MediaType("application", "gpx+xml");

    private MediaTypes() {}
}
