package ro.caravana.workgroup.web;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.pages.Frame;
import ro.caravana.pages.Phrasebook;
import ro.caravana.pages.Words;
import ro.caravana.workgroup.Questionnaires;
import ro.caravana.workgroup.WorkgroupProblem;

/** Writes the page on which citizens answer: plain HTML, without scripts, every value escaped. Thread-safe. */
@Component
class QuestionnairePages {
    private static final Template TEMPLATE = Frame.load("/workgroup/questionnaire-page.html");
    static final Phrasebook BOOK = new Phrasebook("workgroup.messages");
    private static final int BEST = 5;

    private final Frame frame;

    QuestionnairePages(Frame frame) {
        this.frame = frame;
    }

    record Mark(String name, String value, boolean chosen) {}

    record Question(String text, List<Mark> marks) {}

    /**
     * The questions.
     *
     * @param typed what was sent before, where it could not be used
     * @param refusal what was wrong with it
     */
    String form(
            Words words,
            Questionnaires.Sheet sheet,
            QuestionnaireForm typed,
            WorkgroupProblem.@Nullable BadAnswer refusal) {
        Map<String, Object> page = frame(words, sheet.path(), words.text("title"));
        String place = sheet.bedside() ? sheet.uat() : sheet.locality();
        page.put("error", refusal == null ? null : words.text("bad-" + refusal.field()));
        page.put("paragraphs", List.of(words.text("intro", words.longDate(sheet.date()), place)));
        Map<String, Object> form = new HashMap<>();
        form.put("action", sheet.path() + "?lang=" + words.tag());
        form.put("key", typed.key().isEmpty() ? UUID.randomUUID().toString() : typed.key());
        form.put("questions", questions(words, typed));
        form.put("complaint-label", words.text("complaint"));
        form.put("complaint-hint", words.text("complaint-hint"));
        form.put("complaint", typed.complaint());
        form.put("send", words.text("send"));
        page.put("form", form);
        return TEMPLATE.execute(page);
    }

    private static List<Question> questions(Words words, QuestionnaireForm typed) {
        List<Question> questions = new ArrayList<>();
        for (int number = 1; number <= Questionnaires.QUESTIONS; number++) {
            List<Mark> marks = new ArrayList<>();
            for (int mark = 1; mark <= BEST; mark++) {
                String value = String.valueOf(mark);
                marks.add(
                        new Mark("q" + number, value, value.equals(typed.marks().get(number - 1))));
            }
            questions.add(new Question(words.text("question-" + number), marks));
        }
        return questions;
    }

    String thanks(Words words, String path) {
        Map<String, Object> page = frame(words, path, words.text("thanks-title"));
        page.put("paragraphs", List.of(words.text("thanks")));
        return TEMPLATE.execute(page);
    }

    /** Why nothing can be answered here. */
    String refusal(Words words, String path, WorkgroupProblem problem) {
        Map<String, Object> page = frame(words, path, words.text("refused-title"));
        page.put("paragraphs", List.of(Frame.sentence(words, problem)));
        return TEMPLATE.execute(page);
    }

    private Map<String, Object> frame(Words words, String path, String title) {
        Map<String, Object> page = frame.around(words, path, title);
        page.put("error", null);
        page.put("form", null);
        return page;
    }
}
