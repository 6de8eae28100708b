package ro.caravana.coordination.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Sender;
import ro.caravana.coordination.Announcements;
import ro.caravana.coordination.link.LinkProblem;
import ro.caravana.coordination.link.Tries;
import ro.caravana.coordination.slot.SlotProblem;
import ro.caravana.coordination.slot.Slots;
import ro.caravana.coordination.slot.Takers;
import ro.caravana.coordination.slot.Ticket;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.pages.Frame;
import ro.caravana.pages.PageAnswer;
import ro.caravana.pages.Words;

/** Numbers for a quarter of an hour, without an account, a name or scripts: taken on a visit's page, looked at and given back by their slip. */
@RestController
class NumberController {
    private final Slots slots;
    private final Takers takers;
    private final Tries tries;
    private final Announcements announcements;
    private final NumberPages pages;

    NumberController(Slots slots, Takers takers, Tries tries, Announcements announcements, NumberPages pages) {
        this.slots = slots;
        this.takers = takers;
        this.tries = tries;
        this.announcements = announcements;
        this.pages = pages;
    }

    /** What the form sends. */
    record Choice(@Nullable Integer slot) {}

    /** Takes a number and leads to its slip, so that reloading takes no second one. */
    @PostMapping(path = "/public/visits/{id}/numbers", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> take(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            @ModelAttribute Choice choice,
            ServerHttpRequest request) {
        Words words = PartnerWords.BOOK.in(lang);
        return orSentence(words, "/public/visits/" + id, () -> {
            if (choice.slot() == null) {
                throw new SlotProblem.Full();
            }
            takers.count(Sender.of(request));
            Slots.Taken taken = slots.take(id, choice.slot());
            String slip = "/public/numbers/" + taken.secret() + "?lang=" + words.tag();
            return PageAnswer.leadOn(slip);
        });
    }

    @GetMapping("/public/numbers/{secret}")
    ResponseEntity<String> slip(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        Words words = PartnerWords.BOOK.in(lang);
        return orSentence(words, "/public", () -> {
            Ticket ticket = find(secret, request);
            return PageAnswer.secret(
                    HttpStatus.OK, pages.slip(words, secret, ticket, announcements.find(ticket.visit())));
        });
    }

    /** Gives the number back to somebody else. */
    @PostMapping("/public/numbers/{secret}")
    ResponseEntity<String> giveBack(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        Words words = PartnerWords.BOOK.in(lang);
        return orSentence(words, "/public", () -> {
            find(secret, request);
            Ticket ticket = slots.giveBack(secret);
            return PageAnswer.secret(
                    HttpStatus.OK, pages.sentence(words, "/public/visits/" + ticket.visit(), "number-given-back"));
        });
    }

    private Ticket find(String secret, ServerHttpRequest request) {
        String sender = Sender.of(request);
        tries.mayTry(sender);
        try {
            return slots.getTicket(secret);
        } catch (SlotProblem.UnknownTicket unknown) {
            tries.missed(sender);
            throw unknown;
        }
    }

    private ResponseEntity<String> orSentence(Words words, String back, Supplier<ResponseEntity<String>> work) {
        try {
            return work.get();
        } catch (SlotProblem problem) {
            return PageAnswer.refused(problem, pages.alarm(words, back, words.text("number-" + problem.type())));
        } catch (LinkProblem.TooManyTries problem) {
            return PageAnswer.refused(problem, pages.alarm(words, back, Frame.sentence(words, problem)));
        }
    }
}
