package ro.caravana.workgroup.web;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Sender;
import ro.caravana.access.SenderLimit;
import ro.caravana.pages.PageAnswer;
import ro.caravana.pages.Words;
import ro.caravana.workgroup.Questionnaires;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.quality.QuestionnaireDesk;

/** {@code /public/questionnaires/{token}}: what opens behind the square on the questionnaire, on whatever telephone. */
@RestController
@RequestMapping("/public/questionnaires/{token}")
class QuestionnairePageController {
    /** Opening and sending, within a minute; a village's telephones may share one address. */
    private static final int MOST_OF_ONE = 60;

    private static final int COMPLAINTS_OF_ONE = 10;
    private static final int COMPLAINTS_OF_ALL = 50;

    private final QuestionnaireDesk desk;
    private final QuestionnairePages pages;
    private final SenderLimit limit;
    /** Each complaint is a task for a planner, and the address stands on every poster. */
    private final SenderLimit complaints;

    QuestionnairePageController(QuestionnaireDesk desk, QuestionnairePages pages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.limit = SenderLimit.aMinute(clock, MOST_OF_ONE);
        this.complaints = new SenderLimit(clock, Duration.ofHours(1), COMPLAINTS_OF_ONE, COMPLAINTS_OF_ALL);
    }

    @GetMapping
    ResponseEntity<String> read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        Words words = QuestionnairePages.BOOK.in(lang);
        try {
            return PageAnswer.secret(
                    HttpStatus.OK, pages.form(words, find(token, request), QuestionnaireForm.EMPTY, null));
        } catch (WorkgroupProblem problem) {
            return refused(words, request, problem);
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> send(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @ModelAttribute QuestionnaireForm.Sent body,
            ServerHttpRequest request) {
        Words words = QuestionnairePages.BOOK.in(lang);
        try {
            Questionnaires.Sheet sheet = find(token, request);
            QuestionnaireForm form = body.form();
            if (!form.complaint().isBlank()) {
                hear(complaints, request);
            }
            return take(words, token, sheet, form);
        } catch (WorkgroupProblem problem) {
            return refused(words, request, problem);
        }
    }

    private ResponseEntity<String> take(Words words, String token, Questionnaires.Sheet sheet, QuestionnaireForm form) {
        try {
            desk.answerByPage(token, form.filled(), form.usableKey());
            return PageAnswer.secret(HttpStatus.OK, pages.thanks(words, sheet.path()));
        } catch (WorkgroupProblem.BadAnswer bad) {
            return PageAnswer.secret(HttpStatus.BAD_REQUEST, pages.form(words, sheet, form, bad));
        }
    }

    private Questionnaires.Sheet find(String token, ServerHttpRequest request) {
        hear(limit, request);
        return desk.getOpenSheet(token);
    }

    private static void hear(SenderLimit limit, ServerHttpRequest request) {
        limit.count(Sender.of(request)).ifPresent(seconds -> {
            throw new WorkgroupProblem.TooManyAnswers(seconds);
        });
    }

    private ResponseEntity<String> refused(Words words, ServerHttpRequest request, WorkgroupProblem problem) {
        return PageAnswer.refused(
                problem, pages.refusal(words, request.getPath().value(), problem));
    }
}
