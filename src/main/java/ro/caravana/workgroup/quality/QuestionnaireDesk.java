package ro.caravana.workgroup.quality;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.VisitState;
import ro.caravana.problem.PersonalCode;
import ro.caravana.workgroup.Decision;
import ro.caravana.workgroup.Decisions;
import ro.caravana.workgroup.Questionnaires;
import ro.caravana.workgroup.RequestKey;
import ro.caravana.workgroup.WorkgroupProblem;

/** Takes answers and complaints about a visit. Thread-safe, on several nodes at once. */
@Service
public class QuestionnaireDesk implements Questionnaires {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionnaireDesk.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int TOKEN_BYTES = 16;
    private static final int ANSWERED_WITHIN_DAYS = 60;
    private static final int LONGEST_COMPLAINT = 1_000;

    /** A petition is answered within thirty days (OG 27/2002, art. 8). */
    private static final int COMPLAINT_DUE_DAYS = 30;

    private final QualityStore store;
    private final Appointments appointments;
    private final Decisions decisions;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    QuestionnaireDesk(
            QualityStore store,
            Appointments appointments,
            Decisions decisions,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.decisions = decisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What somebody filled in.
     *
     * @param marks 1 to 5, 0 where a question was left out
     * @param complaint in their own words, perhaps empty
     */
    public record Filled(List<Integer> marks, String complaint, Channel channel) {}

    @Override
    public Sheet sheetOf(String visit) {
        Appointment known = appointments.getVisit(visit);
        requireHeld(known);
        String token = store.findToken(visit).orElseGet(() -> newToken(visit));
        return sheet(known, token);
    }

    private static Sheet sheet(Appointment visit, String token) {
        return new Sheet(
                "/public/questionnaires/" + token, visit.locality(), visit.uat(), visit.date(), !visit.isPublic());
    }

    private String newToken(String visit) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return store.insert(visit, token, now())
                ? token
                : store.findToken(visit).orElseThrow();
    }

    /**
     * The sheet behind an address, where it can be answered today: on the visit's day and for sixty days after.
     *
     * @throws WorkgroupProblem.NoQuestionnaire 404
     * @throws WorkgroupProblem.VisitNotHeld 410
     * @throws WorkgroupProblem.QuestionnaireClosed 410
     */
    public Sheet getOpenSheet(String token) {
        Appointment visit = visitOf(token);
        requireOpen(visit);
        return sheet(visit, token);
    }

    private Appointment visitOf(String token) {
        try {
            return store.findVisit(token)
                    .map(appointments::getVisit)
                    .orElseThrow(WorkgroupProblem.NoQuestionnaire::new);
        } catch (CoordinationProblem.UnknownVisit thrownAway) {
            throw new WorkgroupProblem.NoQuestionnaire();
        }
    }

    private static void requireHeld(Appointment visit) {
        if (visit.state() == VisitState.CANCELLED || visit.state() == VisitState.DECLINED) {
            throw new WorkgroupProblem.VisitNotHeld();
        }
    }

    /** Whether a visit began is not asked: its team may have no network until the evening. */
    private void requireOpen(Appointment visit) {
        requireHeld(visit);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (today.isBefore(visit.date()) || today.isAfter(visit.date().plusDays(ANSWERED_WITHIN_DAYS))) {
            throw new WorkgroupProblem.QuestionnaireClosed();
        }
    }

    /** Takes what came by the page; the same form sent twice is taken once. */
    public void answerByPage(String token, Filled filled, @Nullable String key) {
        take(visitOf(token), filled, Optional.empty(), key == null ? null : token + "/" + key);
    }

    /**
     * Takes what somebody typed in from paper or telephone.
     *
     * @param key Idempotency-Key: the same request again is no other answer; null: each is one
     * @throws WorkgroupProblem what is refused; nothing is written then
     */
    public void enter(String visit, Filled filled, String by, @Nullable String key) {
        String request = RequestKey.id(key, by, visit, filled);
        take(appointments.getVisit(visit), filled, Optional.of(by), request);
    }

    private void take(Appointment visit, Filled filled, Optional<String> by, @Nullable String key) {
        requireOpen(visit);
        String words = filled.complaint().strip();
        boolean answered = filled.marks().stream().anyMatch(mark -> mark > 0);
        check(filled, words, answered);
        Answer answer = new Answer(
                UUID.randomUUID().toString(),
                visit.id(),
                visit.uatSiruta(),
                visit.date(),
                filled.channel(),
                filled.marks(),
                now(),
                by);
        transactions.executeWithoutResult(status -> {
            if (store.insert(answer, key) && !words.isEmpty()) {
                complain(visit, words, filled.channel(), by.orElse(""));
            }
        });
    }

    private static void check(Filled filled, String words, boolean answered) {
        boolean known = filled.marks().size() == QUESTIONS
                && filled.marks().stream().allMatch(mark -> mark >= 0 && mark <= QUESTIONS);
        if (!known || (!answered && words.isEmpty())) {
            throw new WorkgroupProblem.BadAnswer(
                    "marks", "Each question has a mark from 1 to 5 or none; one thing is said.");
        }
        if (words.length() > LONGEST_COMPLAINT) {
            throw new WorkgroupProblem.BadAnswer("complaint", "It has at most " + LONGEST_COMPLAINT + " characters.");
        }
        if (PersonalCode.isIn(words)) {
            throw new WorkgroupProblem.BadAnswer(
                    "complaint", "A number of 13 digits looks like a personal numeric code; leave it out.");
        }
    }

    /** The task says which visit and nothing of what was written: it may be read by more people than the complaint. */
    private void complain(Appointment visit, String words, Channel channel, String by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        String place = visit.isPublic() ? visit.locality() + ", " + visit.uat() : visit.uat();
        Decision task = decisions.add(
                new Decisions.NewDecision(
                        "Răspuns la o sesizare despre vizita din " + DAY.format(visit.date()) + ", " + place,
                        "Direcția, echipa stației mobile",
                        today.plusDays(COMPLAINT_DUE_DAYS),
                        Decision.Origin.COMPLAINT),
                true,
                by);
        store.insert(new Complaint(UUID.randomUUID().toString(), visit.id(), words, channel, now(), task.id()));
        LOG.info("complaint about visit {} became decision {}", visit.id(), task.id());
    }

    /** The newest first. */
    public List<Complaint> listComplaints() {
        return store.listComplaints(500);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
