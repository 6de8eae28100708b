package ro.caravana.layers.ogc;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A resource as a plain page, without scripts.
 *
 * @param paragraphs under the title
 * @param links shown as a list
 * @param columns heads of the table; none, no table
 */
record HtmlPage(
        String language,
        String title,
        List<String> paragraphs,
        List<Link> links,
        List<String> columns,
        List<Row> rows) {
    private static final Template TEMPLATE = load();

    /** A row of the table. */
    record Row(List<Cell> cells) {}

    /** @param href empty where the cell is no link */
    record Cell(String text, String href) {
        static Cell of(Object text) {
            return new Cell(text.toString(), "");
        }

        boolean linked() {
            return !href.isEmpty();
        }
    }

    boolean tabular() {
        return !columns.isEmpty();
    }

    String render() {
        return TEMPLATE.execute(this);
    }

    private static Template load() {
        try (Reader text = new InputStreamReader(
                new ClassPathResource("layers/page.mustache").getInputStream(), StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).compile(text);
        } catch (IOException broken) {
            throw new UncheckedIOException("the application lacks its own template layers/page.mustache", broken);
        }
    }
}
