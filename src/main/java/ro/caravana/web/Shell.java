package ro.caravana.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files a phone keeps so that the field team's screen opens without a network, and a version that changes with any of them. They
 * hold no figure: what the API answers is never among them.
 */
final class Shell {
    /** Of the libraries only what a browser loads; charts are no business of a phone in the field. */
    private static final Set<String> LIBRARIES =
            Set.of("lit", "lit-html", "lit-element", "lit__reactive-element", "leaflet", "idb");

    private static final Pattern OWN =
            Pattern.compile(".*/static/((?:app|parts|i18n|styles|images)/.+|icon\\.svg|manifest\\.webmanifest)");
    private static final Pattern LIBRARY =
            Pattern.compile(".*/META-INF/resources/webjars/([^/]+)/[^/]+/(.+\\.(?:js|css|png))");
    private static final Pattern NOT_LOADED = Pattern.compile(
            "(^|/)(development|node|src|test|polyfill[^/]*|umd[^/]*)(/|$).*|.*\\.min\\.js|.*leaflet(-src)?\\.js|.*umd.*");
    private static final int DIGITS = 16;

    private final String script;

    private Shell(String script) {
        this.script = script;
    }

    /** The service worker with the list of what it keeps. */
    String script() {
        return script;
    }

    static Shell read() {
        try {
            Map<String, Resource> files = new TreeMap<>();
            collect(files, "classpath*:static/**/*.*", OWN, "/");
            for (String library : LIBRARIES) {
                collect(files, "classpath*:META-INF/resources/webjars/" + library + "/**/*.*", LIBRARY, "/webjars/");
            }
            String worker = new ClassPathResource("static/sw.js").getContentAsString(StandardCharsets.UTF_8);
            String list = files.keySet().stream().map(path -> '"' + path + '"').collect(Collectors.joining(",\n  "));
            return new Shell("const VERSION = \"" + version(files, worker) + "\";\nconst FILES = [\n  \"/\",\n  " + list
                    + ",\n];\n" + worker);
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("cannot list the pages' own files", failure);
        }
    }

    private static void collect(Map<String, Resource> files, String pattern, Pattern wanted, String prefix)
            throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            Matcher path = wanted.matcher(file.getURL().toString());
            if (!path.matches()) {
                continue;
            }
            String last = path.group(path.groupCount());
            if (path.groupCount() == 1) {
                files.put(prefix + last, file);
            } else if (!NOT_LOADED.matcher(last).find()) {
                files.put(prefix + path.group(1) + "/" + last, file);
            }
        }
    }

    private static String version(Map<String, Resource> files, String worker)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(worker.getBytes(StandardCharsets.UTF_8));
        digest.update(new ClassPathResource("static/index.html").getContentAsByteArray());
        for (Map.Entry<String, Resource> file : files.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(file.getValue().getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
