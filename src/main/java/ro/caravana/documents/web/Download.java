package ro.caravana.documents.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Hands a document to a browser: its name, its type, and nothing at all where the browser has it already. */
@Component
class Download {
    private final Shelf shelf;

    Download(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * What is handed out.
     *
     * @param shortName without diacritics, for old programs; with its ending
     * @param fullName as people write it; with its ending
     * @param state everything the document's text depends on, the moment of printing aside
     */
    record Document(MediaType type, String shortName, String fullName, List<?> state, Supplier<byte[]> printing) {}

    ResponseEntity<byte[]> answer(ServerHttpRequest request, Document document) {
        String tag = tag(document);
        // weak: printed again tomorrow it says the same with another date of printing
        String etag = "W/\"" + tag + "\"";
        if (request.getHeaders().getIfNoneMatch().stream()
                .anyMatch(known -> known.equals("*") || known.contains(tag))) {
            return headers(HttpStatus.NOT_MODIFIED, etag).build();
        }
        byte[] bytes = shelf.get(tag, document.printing());
        return headers(HttpStatus.OK, etag)
                .contentType(document.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
                .body(bytes);
    }

    /** A paper that nobody may keep a copy of on the way. */
    static ResponseEntity<byte[]> secret(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + plain(name) + "\"")
                .body(bytes);
    }

    private static ResponseEntity.BodyBuilder headers(HttpStatus status, String etag) {
        return ResponseEntity.status(status)
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
    }

    /** RFC 6266: a plain name for everybody, the full one for who understands it. */
    private static String disposition(Document document) {
        return "attachment; filename=\"" + plain(document.shortName()) + "\"; filename*=UTF-8''"
                + UriUtils.encode(document.fullName(), StandardCharsets.UTF_8);
    }

    /** Lower case letters, digits, dots and hyphens. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-");
    }

    private static String tag(Document document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((document.shortName() + document.state()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
