package ro.caravana.coordination.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
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
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.link.LinkProblem;
import ro.caravana.coordination.link.PartnerAnswers;
import ro.caravana.coordination.link.PartnerAnswers.Question;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.coordination.link.Tries;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.pages.PageAnswer;
import ro.caravana.pages.Words;

/**
 * {@code /p/{token}}: what a mayor or a police post opens from a letter, on whatever telephone, without an account and without
 * scripts. Who asks for JSON gets refusals as problem details; people get a page with a sentence.
 */
@RestController
@RequestMapping("/p/{token}")
class PartnerController {
    private final PartnerAnswers answers;
    private final PartnerPages pages;
    private final Tries tries;

    PartnerController(PartnerAnswers answers, PartnerPages pages, Tries tries) {
        this.answers = answers;
        this.pages = pages;
        this.tries = tries;
    }

    /** What is asked, and the form to answer; opening it changes nothing. */
    @GetMapping
    ResponseEntity<String> read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        Words words = PartnerWords.BOOK.in(lang);
        String path = request.getPath().value();
        try {
            Question question = find(token, request);
            return PageAnswer.secret(
                    HttpStatus.OK, pages.question(words, path, question, PartnerForm.EMPTY, Optional.empty()));
        } catch (LinkProblem problem) {
            return refused(words, request, problem, HttpStatus.valueOf(problem.status()));
        }
    }

    /** Takes the one answer. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @ModelAttribute PartnerForm.Sent body,
            ServerHttpRequest request) {
        Words words = PartnerWords.BOOK.in(lang);
        PartnerForm form = body.form();
        try {
            Question question = find(token, request);
            return answer(token, words, request, question, form);
        } catch (LinkProblem.Closed closed) {
            return refused(words, request, closed, HttpStatus.CONFLICT);
        } catch (LinkProblem problem) {
            return refused(words, request, problem, HttpStatus.valueOf(problem.status()));
        } catch (CoordinationProblem | ConcurrencyFailureException stuck) {
            return PageAnswer.secret(
                    HttpStatus.CONFLICT, pages.later(words, request.getPath().value()));
        }
    }

    private ResponseEntity<String> answer(
            String token, Words words, ServerHttpRequest request, Question question, PartnerForm form) {
        String path = request.getPath().value();
        try {
            PartnerLink.Reply reply = form.reply();
            Appointment after = answers.answer(token, reply);
            return PageAnswer.secret(HttpStatus.OK, pages.thanks(words, path, question.link(), reply.answer(), after));
        } catch (LinkProblem.BadAnswer bad) {
            Optional<String> error = Optional.of(form.errorKey(bad.field()));
            return PageAnswer.secret(
                    HttpStatus.BAD_REQUEST, pages.question(words, path, question, form.again(bad.field()), error));
        }
    }

    private Question find(String token, ServerHttpRequest request) {
        String sender = Sender.of(request);
        tries.mayTry(sender);
        try {
            return answers.read(token);
        } catch (LinkProblem.Unknown unknown) {
            tries.missed(sender);
            throw unknown;
        }
    }

    private ResponseEntity<String> refused(
            Words words, ServerHttpRequest request, LinkProblem problem, HttpStatus status) {
        boolean script = request.getHeaders().getAccept().stream()
                .anyMatch(type -> type.getSubtype().endsWith("json"));
        if (script) {
            throw problem;
        }
        return PageAnswer.refused(
                status, problem, pages.refusal(words, request.getPath().value(), problem));
    }
}
