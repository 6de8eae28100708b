package ro.caravana.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import ro.caravana.problem.Problem;

/** How a page is sent. */
public final class PageAnswer {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private PageAnswer() {}

    /** A page whose address is a secret: nobody keeps it, no other site learns where one came from, no search engine lists it. */
    public static ResponseEntity<String> secret(HttpStatus status, String html) {
        return unkept(status).body(html);
    }

    /** A page that says why a secret address, or what was sent to it, does not work. */
    public static ResponseEntity<String> refused(Problem problem, String html) {
        return refused(HttpStatusCode.valueOf(problem.status()), problem, html);
    }

    /** The same with a status of its own: what is gone to a reader is a conflict to who answers. */
    public static ResponseEntity<String> refused(HttpStatusCode status, Problem problem, String html) {
        ResponseEntity.BodyBuilder answer = unkept(status);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        return answer.body(html);
    }

    /** Leads on to another address of ours, so that reloading sends nothing twice. */
    public static ResponseEntity<String> leadOn(String path) {
        return unkept(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, path).body("");
    }

    /** A page for everybody; it may be a minute old. */
    public static ResponseEntity<String> shared(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(html);
    }

    /** A page for everybody that changes by the second. */
    public static ResponseEntity<String> ofThisMoment(String html) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }

    private static ResponseEntity.BodyBuilder unkept(HttpStatusCode status) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow");
    }
}
