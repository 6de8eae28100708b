package ro.caravana.coordination.web;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Announcement;
import ro.caravana.coordination.slot.Ticket;
import ro.caravana.coordination.slot.TimeSlot;
import ro.caravana.pages.Frame;
import ro.caravana.pages.Words;

/** Writes what has to do with numbers on the citizens' pages. Thread-safe. */
@Component
class NumberPages {
    private static final Template TEMPLATE = Frame.load("/coordination/number-page.html");
    private static final int MINUTE = 60;

    private final Frame frame;

    NumberPages(Frame frame) {
        this.frame = frame;
    }

    /** What a visit's own page offers: a quarter to choose; for a full one how long one would wait without a number. */
    static Map<String, Object> form(Words words, Announcement visit, List<TimeSlot> slots) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (TimeSlot slot : slots) {
            choices.add(Map.of(
                    "value",
                    slot.start(),
                    "free",
                    slot.isFree(),
                    "label",
                    label(words, slot, waitMinutes(slots, slot))));
        }
        return Map.of(
                "action", "/public/visits/" + visit.visit() + "/numbers?lang=" + words.tag(),
                "legend", words.text("number-legend"),
                "hint", words.text("number-hint"),
                "choices", choices,
                "any-free", slots.stream().anyMatch(TimeSlot::isFree),
                "send", words.text("number-take"),
                "none-free", words.text("number-none-free"));
    }

    private static String label(Words words, TimeSlot slot, int waitMinutes) {
        String hour = words.time(slot.start());
        if (slot.isFree()) {
            return words.text("number-free", hour, String.valueOf(slot.places() - slot.taken()));
        }
        return waitMinutes < 0
                ? words.text("number-full", hour)
                : words.text("number-full-wait", hour, String.valueOf(waitMinutes));
    }

    /** From a full quarter to the next free one; negative where none is left. */
    static int waitMinutes(List<TimeSlot> slots, TimeSlot full) {
        return slots.stream()
                .filter(later -> later.start() > full.start() && later.isFree())
                .findFirst()
                .map(later -> (later.start() - full.start()) / MINUTE)
                .orElse(-1);
    }

    /** The slip: number and hour, or that the visit does not take place as told. */
    String slip(Words words, String secret, Ticket ticket, Optional<Announcement> visit) {
        String path = "/public/numbers/" + secret;
        boolean holds = visit.filter(told -> told.status() == Announcement.Status.HOLDS
                        && told.date().equals(ticket.date()))
                .isPresent();
        Map<String, Object> page = frame(words, path, "number-title");
        if (!holds) {
            page.put("alarm", words.text("number-void"));
        } else {
            page.put("number", words.text("number-yours", String.valueOf(ticket.number())));
            page.put(
                    "paragraphs",
                    List.of(
                            words.text(
                                    "number-when",
                                    words.longDate(ticket.date()),
                                    words.time(ticket.start()),
                                    visit.get().place()),
                            words.text("number-wait", String.valueOf(TimeSlot.SECONDS / MINUTE)),
                            words.text("number-keep")));
            page.put(
                    "give-back",
                    Map.of("action", path + "?lang=" + words.tag(), "send", words.text("number-give-back")));
        }
        page.put("back", "/public/visits/" + ticket.visit() + "?lang=" + words.tag());
        return TEMPLATE.execute(page);
    }

    String sentence(Words words, String back, String key) {
        Map<String, Object> page = frame(words, back, "number-title");
        page.put("paragraphs", List.of(words.text(key)));
        page.put("back", back + "?lang=" + words.tag());
        return TEMPLATE.execute(page);
    }

    String alarm(Words words, String back, String sentence) {
        Map<String, Object> page = frame(words, back, "number-refused-title");
        page.put("alarm", sentence);
        page.put("back", back + "?lang=" + words.tag());
        return TEMPLATE.execute(page);
    }

    private Map<String, Object> frame(Words words, String path, String title) {
        Map<String, Object> page = frame.around(words, path, words.text(title));
        page.put("alarm", null);
        page.put("number", null);
        page.put("paragraphs", List.of());
        page.put("give-back", null);
        page.put("back-text", words.text("number-back"));
        return page;
    }
}
