package ro.caravana.coordination.web;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.coordination.Announcement;
import ro.caravana.coordination.Announcements;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.slot.Slots;
import ro.caravana.coordination.slot.TimeSlot;
import ro.caravana.coordination.text.PartnerWords;
import ro.caravana.pages.PageAnswer;
import ro.caravana.pages.Words;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** {@code /public}: what citizens may know, without an account and without scripts; {@code lang=ro|en}. */
@RestController
@RequestMapping("/public")
class PublicController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final Comparator<Uat> BY_NAME =
            Comparator.comparing(Uat::name, Collator.getInstance(Locale.forLanguageTag("ro")));

    private final Announcements announcements;
    private final TerritoryRegistry territory;
    private final PublicPages pages;
    private final Slots slots;
    private final Appointments appointments;
    private final Clock clock;

    PublicController(
            Announcements announcements,
            TerritoryRegistry territory,
            PublicPages pages,
            Slots slots,
            Appointments appointments,
            Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.announcements = announcements;
        this.territory = territory;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> county(@RequestParam(required = false) @Nullable String lang) {
        List<Uat> uats = territory.current().listUats().stream().sorted(BY_NAME).toList();
        return PageAnswer.shared(
                HttpStatus.OK,
                pages.county(PartnerWords.BOOK.in(lang), holding(announcements.listFrom(today())), uats));
    }

    @GetMapping("/uats/{siruta:[0-9]{1,9}}")
    ResponseEntity<String> uat(@PathVariable int siruta, @RequestParam(required = false) @Nullable String lang) {
        Words words = PartnerWords.BOOK.in(lang);
        return territory
                .current()
                .findUat(siruta)
                .map(uat -> PageAnswer.shared(
                        HttpStatus.OK, pages.uat(words, uat, announcements.listOfUat(siruta, today()))))
                .orElseGet(
                        () -> PageAnswer.shared(HttpStatus.NOT_FOUND, pages.unknown(words, "/public/uats/" + siruta)));
    }

    /** Where the poster's square leads: it says so when the visit has moved or was cancelled. */
    @GetMapping("/visits/{id}")
    ResponseEntity<String> visit(@PathVariable String id, @RequestParam(required = false) @Nullable String lang) {
        Words words = PartnerWords.BOOK.in(lang);
        return announcements
                .find(id)
                .map(visit -> visitPage(words, visit))
                .orElseGet(() -> PageAnswer.shared(HttpStatus.NOT_FOUND, pages.unknown(words, "/public")));
    }

    /** Where numbers are given the page is of this moment; elsewhere it may be a minute old. */
    private ResponseEntity<String> visitPage(Words words, Announcement visit) {
        List<TimeSlot> free = visit.status() == Announcement.Status.HOLDS
                ? slots.listToCome(appointments.getVisit(visit.visit()))
                : List.of();
        String html = pages.visit(words, visit, free);
        return free.isEmpty() ? PageAnswer.shared(HttpStatus.OK, html) : PageAnswer.ofThisMoment(html);
    }

    private static List<Announcement> holding(List<Announcement> all) {
        return all.stream()
                .filter(visit -> visit.status() == Announcement.Status.HOLDS)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
