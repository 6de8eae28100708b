package ro.caravana.layers.ogc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a resource in the wanted format, with the headers that let clients keep it and ask whether it changed. */
@Component
class OgcAnswers {
    private final JsonMapper json;

    OgcAnswers(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param jsonType content type of the JSON form
     * @param resource the JSON form
     * @param page the HTML form, made only when wanted
     */
    ResponseEntity<byte[]> answer(OgcRequest request, String jsonType, Object resource, Supplier<HtmlPage> page) {
        boolean html = request.format() == Format.HTML;
        byte[] body = html ? page.get().render().getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(resource);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, html ? "text/html;charset=UTF-8" : jsonType)
                .header(HttpHeaders.CONTENT_LANGUAGE, request.texts().language())
                // Links depend on the host, figures on who looks: kept by the client alone, and checked every time.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(
                        HttpHeaders.ACCEPT,
                        HttpHeaders.ACCEPT_LANGUAGE,
                        HttpHeaders.AUTHORIZATION,
                        HttpHeaders.COOKIE,
                        "X-Forwarded-Host")
                .eTag(etag(body))
                .body(body);
    }

    /** Weak: compression on the way changes the bytes, not what they say. */
    private static String etag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** A page without a table. */
    static HtmlPage page(OgcRequest request, String title, List<String> paragraphs, List<Link> links) {
        return new HtmlPage(request.texts().language(), title, paragraphs, links, List.of(), List.of());
    }
}
