package ro.caravana.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.problem.Problem;
import ro.caravana.territory.TerritoryRegistry;

/** What surrounds every page: plain HTML, every value escaped, whose page it is, the way to the other language. Thread-safe. */
@Component
public class Frame {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Phrasebook BOOK = new Phrasebook("pages.messages");

    private final TerritoryRegistry territory;

    Frame(TerritoryRegistry territory) {
        this.territory = territory;
    }

    /**
     * @param path of the template among the resources, for example {@code /reported/report-page.html}; its partials {@code head},
     *     {@code style} and {@code foot} are the ones all pages share
     */
    public static Template load(String path) {
        try (Reader page = open(path)) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .withLoader(name -> open("/pages/" + name + ".html"))
                    .compile(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader open(String path) {
        InputStream resource = Frame.class.getResourceAsStream(path);
        if (resource == null) {
            throw new IllegalStateException("no page is at " + path);
        }
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }

    /**
     * The values that head and foot need; the caller adds its own.
     *
     * @param path under which the page is read, without its language
     */
    public Map<String, Object> around(Words words, String path, String title) {
        Words shared = BOOK.in(words.tag());
        Map<String, Object> page = new HashMap<>();
        page.put("language", shared.tag());
        page.put("title", title);
        page.put("directorate", shared.text("directorate", county()));
        page.put("other-href", path + "?lang=" + shared.otherTag());
        page.put("other-tag", shared.otherTag());
        page.put("other-language", shared.text("other-language"));
        return page;
    }

    /** Why a page refuses: who sends too often reads the same everywhere, all else is said in the module's own words. */
    public static String sentence(Words words, Problem problem) {
        long seconds = problem.retryAfterSeconds().orElse(0);
        return problem.status() == TOO_MANY_REQUESTS
                ? BOOK.in(words.tag()).text("too-often", seconds)
                : words.text(problem.type(), seconds);
    }

    public String county() {
        return territory.current().county();
    }
}
