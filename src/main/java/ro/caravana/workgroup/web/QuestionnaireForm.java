package ro.caravana.workgroup.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.quality.Channel;
import ro.caravana.workgroup.quality.QuestionnaireDesk;

/** What the page's form sends; nothing of it has been looked at yet. */
record QuestionnaireForm(String key, List<String> marks, String complaint) {
    static final QuestionnaireForm EMPTY = new QuestionnaireForm("", List.of("", "", "", "", ""), "");

    private static final int LONGEST_KEY = 40;

    /** As the form's fields are bound; any of them may be missing. */
    record Sent(
            @Nullable String key,
            @Nullable String q1,
            @Nullable String q2,
            @Nullable String q3,
            @Nullable String q4,
            @Nullable String q5,
            @Nullable String complaint) {
        QuestionnaireForm form() {
            return new QuestionnaireForm(
                    orEmpty(key),
                    List.of(orEmpty(q1), orEmpty(q2), orEmpty(q3), orEmpty(q4), orEmpty(q5)),
                    orEmpty(complaint));
        }

        private static String orEmpty(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    @Nullable
    String usableKey() {
        return key.isBlank() || key.length() > LONGEST_KEY ? null : key;
    }

    /** @throws WorkgroupProblem.BadAnswer where a mark is none */
    QuestionnaireDesk.Filled filled() {
        return new QuestionnaireDesk.Filled(
                marks.stream().map(QuestionnaireForm::mark).toList(), complaint, Channel.PAGE);
    }

    private static int mark(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[1-5]")) {
            throw new WorkgroupProblem.BadAnswer("marks", "A mark is a number from 1 to 5.");
        }
        return text.charAt(0) - '0';
    }
}
