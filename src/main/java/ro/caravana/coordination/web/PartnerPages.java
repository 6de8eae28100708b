package ro.caravana.coordination.web;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.PrintedHours;
import ro.caravana.coordination.link.LinkProblem;
import ro.caravana.coordination.link.PartnerAnswer;
import ro.caravana.coordination.link.PartnerAnswers.Question;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.coordination.link.QuestionNotes;
import ro.caravana.coordination.link.Slot;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.pages.Frame;
import ro.caravana.pages.Words;

/** Writes the pages a partner sees: plain HTML that any telephone shows, without scripts. Every value is escaped. Thread-safe. */
@Component
class PartnerPages {
    private static final Template TEMPLATE = Frame.load("/coordination/partner-page.html");

    private final Frame frame;
    private final MadeUpPlans madeUp;
    private final QuestionNotes notes;

    PartnerPages(Frame frame, MadeUpPlans madeUp, QuestionNotes notes) {
        this.notes = notes;
        this.frame = frame;
        this.madeUp = madeUp;
    }

    /** One line of what is asked. */
    record Row(String label, String value, boolean first, boolean last) {}

    /** Another date to choose. */
    record Choice(String value, String label, boolean checked) {}

    /**
     * The question with its form.
     *
     * @param typed what was sent before, where it could not be used
     * @param error message key of what was wrong with it
     */
    String question(Words words, String path, Question question, PartnerForm typed, Optional<String> error) {
        Appointment visit = question.visit();
        Map<String, Object> page = frame(words, path, words.text("ask-title", visit.locality()));
        page.put("error", error.map(words::text).orElse(null));
        page.put("paragraphs", intro(words, question));
        page.put("synthetic", madeUp.has(visit.plan()) ? words.text("synthetic") : null);
        page.put("rows", rows(words, visit));
        page.put("form", form(words, path, question, typed));
        return TEMPLATE.execute(page);
    }

    private List<String> intro(Words words, Question question) {
        List<String> intro = new ArrayList<>();
        intro.add(words.text(
                "to-" + question.link().partner().wire(), question.visit().uat()));
        intro.addAll(notes.list(question.visit(), question.link(), words));
        intro.add(words.text(
                "ask-intro", PartnerWords.until(words, question.link().expiresAt())));
        return intro;
    }

    private Map<String, Object> form(Words words, String path, Question question, PartnerForm typed) {
        Map<String, Object> form = new HashMap<>();
        form.put("action", path + "?lang=" + words.tag());
        form.put("legend", words.text("answer-legend"));
        for (PartnerAnswer answer : PartnerAnswer.values()) {
            form.put(answer.wire(), answer.wire().equals(typed.answer()));
            form.put(answer.wire() + "-label", words.text("answer-" + answer.wire()));
        }
        form.put("has-others", !question.others().isEmpty());
        form.put(
                "others",
                question.others().stream()
                        .map(slot -> choice(words, slot, typed))
                        .toList());
        // a room is the mayor's to give, and a bedside needs none
        form.put(
                "asks-room",
                question.link().partner() == Partner.MAYOR && question.visit().isPublic());
        for (String key : List.of("room-label", "room-hint", "contact-label", "contact-hint", "send")) {
            form.put(key, words.text(key));
        }
        form.put("room", typed.room());
        form.put("contact", typed.contact());
        return form;
    }

    private static Choice choice(Words words, Slot slot, PartnerForm typed) {
        String value = slot.date().toString();
        return new Choice(
                value,
                words.text(
                        "alternative-date",
                        words.longDate(slot.date()),
                        words.time(PrintedHours.of(slot.start(), slot.end()).start())),
                value.equals(typed.alternative()));
    }

    private static List<Row> rows(Words words, Appointment visit) {
        String kind = visit.kind().toLowerCase(Locale.ROOT);
        List<String> labels = new ArrayList<>(List.of("place", "date", "hours"));
        List<String> values = new ArrayList<>(
                List.of(place(words, visit), words.longDate(visit.date()), words.hours(visit.start(), visit.end())));
        if (visit.isPublic()) {
            labels.add("persons");
            values.add(PartnerWords.persons(words, visit.personsRange()));
        }
        labels.addAll(List.of("purpose", "kit"));
        values.addAll(List.of(words.text("purpose-" + kind), words.text("kit-" + kind)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            rows.add(new Row(words.text("row-" + labels.get(i)), values.get(i), i == 0, i == labels.size() - 1));
        }
        return rows;
    }

    /** Of a bedside only the village is told. */
    private static String place(Words words, Appointment visit) {
        if (!visit.isPublic()) {
            return words.text("place-home", visit.locality());
        }
        return visit.siteName().equals(visit.locality())
                ? visit.locality()
                : visit.siteName() + ", " + visit.locality();
    }

    /** What was noted. */
    String thanks(Words words, String path, PartnerLink link, PartnerAnswer answer, Appointment after) {
        Map<String, Object> page = frame(words, path, words.text("thanks-title"));
        String date = words.longDate(answer == PartnerAnswer.CANNOT ? link.date() : after.date());
        PrintedHours hours = PrintedHours.of(after.start(), after.end());
        page.put(
                "paragraphs",
                List.of(words.text("thanks-" + answer.wire(), date, words.hours(hours.start(), hours.end()))));
        return TEMPLATE.execute(page);
    }

    /** Why nothing can be answered here. */
    String refusal(Words words, String path, LinkProblem problem) {
        Map<String, Object> page = frame(words, path, words.text("refused-title"));
        page.put("paragraphs", sentences(words, problem));
        return TEMPLATE.execute(page);
    }

    /** The answer collided with something nobody can explain to the partner. */
    String later(Words words, String path) {
        Map<String, Object> page = frame(words, path, words.text("refused-title"));
        page.put("paragraphs", List.of(words.text("refused-later")));
        return TEMPLATE.execute(page);
    }

    private static List<String> sentences(Words words, LinkProblem problem) {
        if (problem instanceof LinkProblem.Unknown) {
            return List.of(words.text("refused-unknown"));
        }
        if (problem instanceof LinkProblem.TooManyTries tries) {
            return List.of(words.text("refused-tries", tries.retryAfterSeconds().orElse(60)));
        }
        if (problem instanceof LinkProblem.Closed closed) {
            return closed(words, closed);
        }
        return List.of(words.text("refused-expired"));
    }

    private static List<String> closed(Words words, LinkProblem.Closed closed) {
        String asked = words.longDate(closed.link().date());
        String old = words.longDate(closed.link().lastKnownDate());
        List<String> sentences = new ArrayList<>();
        if (closed.newDate().isPresent()) {
            sentences.add(words.text(
                    "refused-moved-to", old, words.longDate(closed.newDate().get())));
        } else {
            sentences.add(words.text("refused-" + closed.because().name().toLowerCase(Locale.ROOT), old));
        }
        closed.link()
                .reply()
                .ifPresent(reply -> sentences.add(words.text("refused-answered-how", noted(words, reply, asked))));
        return sentences;
    }

    private static String noted(Words words, PartnerLink.Reply reply, String asked) {
        return switch (reply.answer()) {
            case AGREE -> words.text("answer-agree") + ", " + asked;
            case CANNOT -> words.text("answer-cannot") + ", " + asked;
            case ALTERNATIVE -> reply.chosen().map(words::longDate).orElse(asked);
        };
    }

    private Map<String, Object> frame(Words words, String path, String title) {
        Map<String, Object> page = frame.around(words, path, title);
        page.put("error", null);
        page.put("synthetic", null);
        page.put("rows", List.of());
        page.put("form", null);
        return page;
    }
}
