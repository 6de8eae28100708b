package ro.caravana.documents.pdf;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import ro.caravana.documents.text.Texts;

/**
 * The HTML templates under {@code documents/}. Every value is escaped; a template that names a value nobody gave is an error, not an
 * empty place on a signed paper. Thread-safe.
 */
final class Templates {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).strictSections(true).withLoader(Templates::open);

    private Templates() {}

    static Template load(String name) {
        try (var reader = open(name)) {
            return COMPILER.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a template write {@code {{t.column-uat}}}. */
    static Mustache.CustomContext messages(Texts texts) {
        return texts::text;
    }

    private static InputStreamReader open(String name) {
        InputStream resource = Templates.class.getResourceAsStream("/documents/" + name + ".html");
        if (resource == null) {
            throw new IllegalStateException("no template is named " + name);
        }
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }
}
