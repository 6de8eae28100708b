package ro.caravana.coordination.text;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.pages.Words;
import ro.caravana.problem.PersonalCode;

/**
 * What is written to mayors and police posts: the usual words, or what a planner has written in their place. The address where a
 * question is answered, the greeting and the signature are not part of it: nobody can lose them. Thread-safe.
 */
@Service
public class PartnerTexts {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 4_000;

    private final PartnerTextStore store;
    private final Clock clock;

    PartnerTexts(PartnerTextStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Every kind of every partner. */
    public List<PartnerText> listAll() {
        List<PartnerText> all = new ArrayList<>();
        for (Partner partner : Partner.values()) {
            for (TextKind kind : TextKind.values()) {
                all.add(getText(partner, kind));
            }
        }
        return all;
    }

    public PartnerText getText(Partner partner, TextKind kind) {
        return store.find(partner, kind).orElseGet(() -> standard(partner, kind));
    }

    /** @throws CoordinationProblem.BadText 400 */
    public PartnerText put(Partner partner, TextKind kind, String subject, String body, String account) {
        PartnerText text = checked(partner, kind, subject, body);
        store.put(text, account, clock.instant());
        return text;
    }

    /** Back to the usual words. */
    public PartnerText reset(Partner partner, TextKind kind) {
        store.remove(partner, kind);
        return standard(partner, kind);
    }

    /**
     * What a text would say of a visit, without keeping it.
     *
     * @throws CoordinationProblem.BadText 400
     */
    public PartnerText preview(PartnerText draft, Appointment visit) {
        PartnerText text = checked(draft.partner(), draft.kind(), draft.subject(), draft.body());
        return filled(text, visit);
    }

    /** What is written to a partner about a visit. */
    public PartnerText about(Appointment visit, Partner partner, TextKind kind) {
        return filled(getText(partner, kind), visit);
    }

    /** The paragraphs that open a printed letter; what a planner has written is printed as it is, whatever the language. */
    public List<String> letterIntro(Appointment visit, Partner partner, Words words) {
        PartnerText text = about(visit, partner, TextKind.LETTER);
        String intro = text.standard() ? words.text("letter-intro-" + partner.wire()) : text.body();
        return intro.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static PartnerText filled(PartnerText text, Appointment visit) {
        return new PartnerText(
                text.partner(),
                text.kind(),
                TextField.fill(text.subject(), PartnerWords.BOOK.romanian(), visit),
                TextField.fill(text.body(), PartnerWords.BOOK.romanian(), visit),
                text.standard());
    }

    private static PartnerText checked(Partner partner, TextKind kind, String subject, String body) {
        String line = kind.hasSubject() ? subject.strip() : "";
        check(line, "subject", LONGEST_SUBJECT, kind.hasSubject());
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new CoordinationProblem.BadText("subject", "The subject is one line.");
        }
        String words = body.strip();
        check(words, "body", LONGEST_BODY, true);
        return new PartnerText(partner, kind, line, words, false);
    }

    private static void check(String text, String member, int longest, boolean needed) {
        if (needed && text.isEmpty()) {
            throw new CoordinationProblem.BadText(member, "Nothing is written here.");
        }
        if (text.length() > longest) {
            throw new CoordinationProblem.BadText(member, "At most " + longest + " characters fit here.");
        }
        if (PersonalCode.isIn(text)) {
            throw new CoordinationProblem.BadText(
                    member, "This looks like a personal numeric code; no person belongs here.");
        }
        TextField.check(text, member);
    }

    private static PartnerText standard(Partner partner, TextKind kind) {
        Words words = PartnerWords.BOOK.romanian();
        if (kind == TextKind.LETTER) {
            return new PartnerText(partner, kind, "", words.text("letter-intro-" + partner.wire()), true);
        }
        return new PartnerText(
                partner,
                kind,
                words.text(kind.subjectKey(), TextField.LOCALITY.tag(), TextField.SHORT_DATE.tag()),
                words.text(
                        kind.bodyKey(),
                        TextField.LOCALITY.tag(),
                        TextField.DATE.tag(),
                        TextField.HOURS.tag(),
                        TextField.PLACE.tag()),
                true);
    }
}
