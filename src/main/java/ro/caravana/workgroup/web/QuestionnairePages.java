package ro.caravana.workgroup.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.workgroup.Questionnaires;
import ro.caravana.workgroup.WorkgroupProblem;

/** Writes the page on which citizens answer: plain HTML, without scripts, every value escaped. Thread-safe. */
@Component
class QuestionnairePages {
    private static final Template TEMPLATE = load();
    private static final int BEST = 5;

    private final TerritoryRegistry territory;

    QuestionnairePages(TerritoryRegistry territory) {
        this.territory = territory;
    }

    record Mark(String name, String value, boolean chosen) {}

    record Question(String text, List<Mark> marks) {}

    private static Template load() {
        try (Reader page = open("/workgroup/questionnaire-page.html")) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .withLoader(name -> open("/pages/" + name + ".html"))
                    .compile(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Reader open(String path) {
        InputStream resource = Objects.requireNonNull(QuestionnairePages.class.getResourceAsStream(path), path);
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }

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
        page.put(
                "paragraphs",
                List.of(words.text(problem.type(), problem.retryAfterSeconds().orElse(0))));
        return TEMPLATE.execute(page);
    }

    private Map<String, Object> frame(Words words, String path, String title) {
        Map<String, Object> page = new HashMap<>();
        page.put("language", words.tag());
        page.put("title", title);
        page.put("directorate", words.text("directorate", territory.current().county()));
        page.put("other-href", path + "?lang=" + words.other().tag());
        page.put("other-tag", words.other().tag());
        page.put("other-language", words.text("other-language"));
        page.put("error", null);
        page.put("form", null);
        return page;
    }
}
