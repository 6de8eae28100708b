package ro.caravana.reported.web;

import com.samskivert.mustache.Template;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.pages.Frame;
import ro.caravana.pages.Phrasebook;
import ro.caravana.pages.Words;
import ro.caravana.reported.NeedReport;
import ro.caravana.reported.ReportedProblem;
import ro.caravana.reported.ReporterLink;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Writes the page on which needs are reported by a link: plain HTML, without scripts, every value escaped. Thread-safe. */
@Component
class ReporterPages {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final Template TEMPLATE = Frame.load("/reported/report-page.html");
    static final Phrasebook BOOK = new Phrasebook("reported.messages");

    private final Frame frame;
    private final TerritoryRegistry territories;
    private final Clock clock;

    ReporterPages(Frame frame, TerritoryRegistry territories, Clock clock) {
        this.frame = frame;
        this.territories = territories;
        this.clock = clock;
    }

    /** One of a list's choices. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * The form.
     *
     * @param typed what was sent before, where it could not be used
     * @param refusal what was wrong with it
     */
    String form(Words words, String path, ReporterLink link, ReporterForm typed, @Nullable ReportedProblem refusal) {
        Territory territory = territories.current();
        String uat = territory.getUat(link.uatSiruta()).name();
        Map<String, Object> page = frame(words, path, words.text("title"));
        page.put("error", refusal == null ? null : sentence(words, refusal));
        page.put("paragraphs", List.of(words.text("intro", uat + " – " + link.label())));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Map<String, Object> form = new HashMap<>();
        form.put("action", path + "?lang=" + words.tag());
        form.put("key", typed.key().isEmpty() ? UUID.randomUUID().toString() : typed.key());
        form.put("places", places(words, territory, link, typed.siruta()));
        form.put("categories", categories(words, typed.category()));
        form.put("persons", typed.persons());
        form.put("note", typed.note());
        form.put("day", typed.observedOn().isEmpty() ? today.toString() : typed.observedOn());
        form.put("today", today.toString());
        form.put("oldest", today.minusYears(1).plusDays(1).toString());
        for (String key : List.of("place", "category", "persons", "day", "note")) {
            form.put(key + "-label", words.text(key));
        }
        form.put("note-hint", words.text("note-hint"));
        form.put("send", words.text("send"));
        page.put("form", form);
        return TEMPLATE.execute(page);
    }

    private static List<Choice> places(Words words, Territory territory, ReporterLink link, String chosen) {
        List<Choice> places = new ArrayList<>();
        for (Locality village : territory.listLocalities(link.uatSiruta())) {
            String value = String.valueOf(village.siruta());
            places.add(new Choice(value, village.name(), value.equals(chosen)));
        }
        String all = String.valueOf(link.uatSiruta());
        String uat = territory.getUat(link.uatSiruta()).name();
        places.add(new Choice(all, words.text("whole-uat", uat), all.equals(chosen)));
        return places;
    }

    private static List<Choice> categories(Words words, String chosen) {
        return Arrays.stream(CaseCategory.values())
                .map(category -> new Choice(
                        category.name(),
                        words.text(category.name()),
                        category.name().equals(chosen)))
                .toList();
    }

    /** What was noted. */
    String thanks(Words words, String path, NeedReport report) {
        Territory territory = territories.current();
        String place = territory
                .findLocality(report.siruta())
                .map(Locality::name)
                .orElseGet(() -> territory.getUat(report.uatSiruta()).name());
        Map<String, Object> page = frame(words, path, words.text("thanks-title"));
        page.put(
                "paragraphs",
                List.of(words.text(
                        "thanks", report.persons(), words.text(report.category().name()), place)));
        page.put("again", Map.of("href", path + "?lang=" + words.tag(), "text", words.text("again")));
        return TEMPLATE.execute(page);
    }

    /** Why nothing can be reported here. */
    String refusal(Words words, String path, ReportedProblem problem) {
        Map<String, Object> page = frame(words, path, words.text("refused-title"));
        page.put("paragraphs", List.of(sentence(words, problem)));
        return TEMPLATE.execute(page);
    }

    private static String sentence(Words words, ReportedProblem problem) {
        return problem instanceof ReportedProblem.Unusable
                ? words.text("bad-" + problem.field())
                : Frame.sentence(words, problem);
    }

    private Map<String, Object> frame(Words words, String path, String title) {
        Map<String, Object> page = frame.around(words, path, title);
        page.put("error", null);
        page.put("form", null);
        page.put("again", null);
        return page;
    }
}
