package ro.caravana.coordination.web;

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
import ro.caravana.coordination.text.Words;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;
import ro.caravana.territory.TerritoryRegistry;

/** What all pages for people without an account share: plain HTML, every value escaped, whose page it is, the other language. */
@Component
class Frames {
    private final TerritoryRegistry territory;
    private final Plans plans;

    Frames(TerritoryRegistry territory, Plans plans) {
        this.territory = territory;
        this.plans = plans;
    }

    /** A template under {@code coordination/}. */
    static Template load(String name) {
        try (Reader reader = open(name)) {
            return Mustache.compiler().escapeHTML(true).withLoader(Frames::open).compile(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader open(String name) {
        String folder = "style".equals(name) ? "/pages/" : "/coordination/";
        InputStream resource = Frames.class.getResourceAsStream(folder + name + ".html");
        if (resource == null) {
            throw new IllegalStateException("no page is named " + name);
        }
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }

    Map<String, Object> frame(Words words, String path, String title) {
        Map<String, Object> page = new HashMap<>();
        page.put("language", words.tag());
        page.put("title", title);
        page.put("directorate", words.text("directorate", county()));
        page.put("synthetic", null);
        page.put("other-href", path + "?lang=" + words.other().tag());
        page.put("other-tag", words.other().tag());
        page.put("other-language", words.text("other-language"));
        return page;
    }

    String county() {
        return territory.current().county();
    }

    /** Whether the figures behind a plan are made up. */
    boolean isSynthetic(String plan) {
        try {
            return plans.getPlan(plan).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
