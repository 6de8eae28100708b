package ro.caravana.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a browser may load on our pages: only our own files. The pages' inline import maps are allowed by their hashes, which are
 * computed from the pages themselves, so that no other inline script can ever run.
 */
@Component
class ContentSecurity {
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    String policy(String tilesUrl) {
        String tiles = tilesUrl.isBlank()
                ? ""
                : " " + tilesUrl.replaceAll("^(https?://[^/]+).*$", "$1").replace("{s}", "*");
        return "default-src 'self'; script-src 'self'" + hashes("static/index.html") + hashes("static/login.html")
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:" + tiles
                + "; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String hashes(String page) {
        ClassPathResource resource = new ClassPathResource(page);
        if (!resource.exists()) {
            return "";
        }
        try {
            StringBuilder hashes = new StringBuilder();
            Matcher script = INLINE_SCRIPT.matcher(resource.getContentAsString(StandardCharsets.UTF_8));
            while (script.find()) {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
                hashes.append(" 'sha256-")
                        .append(Base64.getEncoder().encodeToString(hash))
                        .append('\'');
            }
            return hashes.toString();
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("cannot hash the inline scripts of " + page, failure);
        }
    }
}
