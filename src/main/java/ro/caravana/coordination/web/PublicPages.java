package ro.caravana.coordination.web;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Announcement;
import ro.caravana.coordination.slot.TimeSlot;
import ro.caravana.pages.Frame;
import ro.caravana.pages.Words;
import ro.caravana.territory.Uat;

/** Writes the pages citizens see: announced visits only, no figure of persons. Thread-safe. */
@Component
class PublicPages {
    private static final Template TEMPLATE = Frame.load("/coordination/public-page.html");
    private static final List<String> BRING =
            List.of("public-bring-1", "public-bring-2", "public-bring-3", "public-bring-4");

    private final Frame frame;
    private final MadeUpPlans madeUp;

    PublicPages(Frame frame, MadeUpPlans madeUp) {
        this.frame = frame;
        this.madeUp = madeUp;
    }

    /** A line with an address behind it. */
    record Link(String href, String text, @Nullable String note) {}

    /** What is announced in the county, and the way to every UAT. */
    String county(Words words, List<Announcement> next, List<Uat> uats) {
        Map<String, Object> page = frame(words, "/public", words.text("public-title"), next);
        page.put("paragraphs", List.of(words.text("public-intro", frame.county())));
        page.put(
                "visits",
                next.stream()
                        .map(visit -> link(words, visit, visit.locality() + ": "))
                        .toList());
        page.put(
                "places",
                Map.of(
                        "places-title",
                        words.text("public-all"),
                        "all",
                        uats.stream()
                                .map(uat -> new Link(
                                        "/public/uats/" + uat.siruta() + "?lang=" + words.tag(), uat.name(), null))
                                .toList()));
        return TEMPLATE.execute(page);
    }

    /** What is announced in one UAT. */
    String uat(Words words, Uat uat, List<Announcement> next) {
        String path = "/public/uats/" + uat.siruta();
        Map<String, Object> page = frame(words, path, words.text("public-uat-title", uat.name()), next);
        page.put("paragraphs", next.isEmpty() ? List.of(words.text("public-none")) : List.of());
        page.put(
                "visits",
                next.stream()
                        .map(visit -> link(words, visit, visit.locality() + ": "))
                        .toList());
        page.put("bring", bring(words, "CAPTURE"));
        page.put(
                "links",
                List.of(
                        new Link(path + ".ics", words.text("public-subscribe"), null),
                        new Link("/public?lang=" + words.tag(), words.text("public-all"), null)));
        return TEMPLATE.execute(page);
    }

    /** One visit: whether it holds, what to bring, the text to read aloud. */
    String visit(Words words, Announcement visit, List<TimeSlot> slots) {
        String path = "/public/visits/" + visit.visit();
        Map<String, Object> page =
                frame(words, path, words.text("public-visit-title", visit.locality()), List.of(visit));
        boolean holds = visit.status() == Announcement.Status.HOLDS;
        page.put("alarm", holds ? null : status(words, visit));
        List<Link> links = new ArrayList<>();
        if (holds) {
            page.put("paragraphs", List.of(when(words, visit), status(words, visit)));
            page.put("numbers", slots.isEmpty() ? null : NumberPages.form(words, visit, slots));
            page.put("bring", bring(words, visit.kind()));
            page.put("speech", Map.of("speech-title", words.text("public-speech-title"), "text", speech(words, visit)));
            links.add(new Link(path + "/poster.pdf?paper=a4", words.text("public-poster"), null));
        }
        String uat = "/public/uats/" + visit.uatSiruta() + "?lang=" + words.tag();
        links.add(new Link(uat, words.text("public-uat-title", visit.uat()), null));
        page.put("links", links);
        return TEMPLATE.execute(page);
    }

    /** Nothing is announced here. */
    String unknown(Words words, String path) {
        Map<String, Object> page = frame(words, path, words.text("public-title"), List.of());
        page.put("alarm", words.text("public-unknown"));
        page.put("links", List.of(new Link("/public?lang=" + words.tag(), words.text("public-all"), null)));
        return TEMPLATE.execute(page);
    }

    private static Link link(Words words, Announcement visit, String before) {
        boolean holds = visit.status() == Announcement.Status.HOLDS;
        return new Link(
                "/public/visits/" + visit.visit() + "?lang=" + words.tag(),
                before + (holds ? when(words, visit) : words.longDate(visit.date())),
                holds ? null : status(words, visit));
    }

    private static String when(Words words, Announcement visit) {
        return words.text(
                "public-next", words.longDate(visit.date()), words.hours(visit.start(), visit.end()), visit.place());
    }

    private static String status(Words words, Announcement visit) {
        String date = words.longDate(visit.date());
        return switch (visit.status()) {
            case HOLDS -> words.text("public-status-holds");
            case MOVED -> words.text("public-status-moved", date);
            case CANCELLED -> words.text("public-status-cancelled", date);
            case OVER -> words.text("public-status-over", date);
            case PASSED -> words.text("public-status-passed", date);
        };
    }

    private static String speech(Words words, Announcement visit) {
        return words.text(
                "HANDOVER".equals(visit.kind()) ? "public-speech-handover" : "public-speech",
                visit.locality(),
                words.longDate(visit.date()),
                words.time(visit.start()),
                words.time(visit.end()),
                visit.place());
    }

    private static Map<String, Object> bring(Words words, String kind) {
        List<String> lines = "HANDOVER".equals(kind)
                ? List.of(words.text("public-bring-handover"))
                : BRING.stream().map(words::text).toList();
        return Map.of("bring-title", words.text("public-bring-title"), "lines", lines);
    }

    private Map<String, Object> frame(Words words, String path, String title, List<Announcement> shown) {
        Map<String, Object> page = frame.around(words, path, title);
        Optional<String> plan = shown.stream()
                .findFirst()
                .map(visit -> visit.visit().substring(0, visit.visit().indexOf('.')));
        page.put("synthetic", plan.filter(madeUp::has).isPresent() ? words.text("public-synthetic") : null);
        page.put("alarm", null);
        page.put("paragraphs", List.of());
        page.put("has-visits", !shown.isEmpty());
        page.put("visits", List.of());
        page.put("numbers", null);
        page.put("bring", null);
        page.put("speech", null);
        page.put("links", List.of());
        page.put("places", null);
        return page;
    }
}
