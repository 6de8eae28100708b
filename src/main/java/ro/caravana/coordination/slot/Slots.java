package ro.caravana.coordination.slot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Announcement;
import ro.caravana.coordination.Announcements;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.PrintedHours;
import ro.caravana.coordination.VisitState;

/**
 * Gives out numbers for quarters of an hour. A number is one place in one quarter, numbered through the day, so that its order is the
 * order of the hours; it holds for the date it was taken for and no other. Thread-safe, over all nodes.
 *
 * <pre>
 *   places 3:   09:00 → 1 2 3   09:15 → 4 5 6   09:30 → 7 8 9   …
 * </pre>
 */
@Service
public class Slots {
    static final int MOST_PLACES = 50;
    private static final int SECRET_BYTES = 32;
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final SlotStore store;
    private final Appointments appointments;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Slots(
            SlotStore store,
            Appointments appointments,
            Announcements announcements,
            TransactionTemplate transactions,
            Clock clock) {
        this.clock = clock;
        this.store = store;
        this.appointments = appointments;
        this.announcements = announcements;
        this.transactions = transactions;
    }

    /** A number just taken, and the secret by which its holder comes back. */
    public record Taken(Ticket ticket, String secret) {}

    /**
     * How many persons the plan expects in a quarter of an hour; at least one. Citizens see how many numbers there are, so that a number
     * below the threshold is not to be read from it.
     *
     * @param threshold of the disclosure gate: fewer persons are taken for as many
     */
    public static int suggestedPlaces(Appointment visit, int threshold) {
        int persons = Math.max(threshold, visit.persons());
        int quarters = starts(visit).size();
        return Math.min(MOST_PLACES, Math.max(1, (persons + quarters - 1) / quarters));
    }

    /** The visit's quarters; none where it takes no numbers. */
    public List<TimeSlot> list(Appointment visit) {
        OptionalInt places = store.findPlaces(visit.id());
        return places.isEmpty() ? List.of() : slots(visit, places.getAsInt());
    }

    /**
     * Lets a visit take numbers. Of two planners who do so at once the later one's places stand, as long as nobody holds a number.
     *
     * @throws SlotProblem.BadPlaces 400
     * @throws SlotProblem.NotForSlots 409
     * @throws SlotProblem.NumbersOut 409
     */
    public List<TimeSlot> offer(Appointment visit, int places) {
        if (places < 1 || places > MOST_PLACES) {
            throw new SlotProblem.BadPlaces();
        }
        if (!visit.isPublic() || !visit.state().isInHand()) {
            throw new SlotProblem.NotForSlots();
        }
        try {
            put(visit, places);
        } catch (DuplicateKeyException offeredOnAnotherScreen) {
            put(visit, places);
        }
        return list(visit);
    }

    private void put(Appointment visit, int places) {
        transactions.executeWithoutResult(ignored -> {
            OptionalInt now = store.lockPlaces(visit.id());
            if (now.isPresent() && now.getAsInt() != places) {
                refuseWhereTaken(visit);
            }
            store.putPlaces(visit.id(), places);
        });
    }

    /** @throws SlotProblem.NumbersOut 409 */
    public void withdraw(Appointment visit) {
        transactions.executeWithoutResult(ignored -> {
            store.lockPlaces(visit.id());
            refuseWhereTaken(visit);
            store.removePlaces(visit.id());
        });
    }

    private void refuseWhereTaken(Appointment visit) {
        if (!store.listNumbers(visit.id(), visit.date()).isEmpty()) {
            throw new SlotProblem.NumbersOut();
        }
    }

    /**
     * Takes a number for one quarter of an announced visit.
     *
     * @param start of the quarter, second of the day
     * @throws SlotProblem.NoSlots 404
     * @throws SlotProblem.Full 409
     */
    public Taken take(String visitId, int start) {
        boolean holds = announcements
                .find(visitId)
                .filter(told -> told.status() == Announcement.Status.HOLDS)
                .isPresent();
        if (!holds) {
            throw new SlotProblem.NoSlots();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Ticket ticket = transactions.execute(ignored -> {
            int places = store.lockPlaces(visitId).orElseThrow(SlotProblem.NoSlots::new);
            Appointment visit = appointments.getVisit(visitId);
            if (visit.state() != VisitState.ANNOUNCED) {
                throw new SlotProblem.NoSlots();
            }
            Ticket next = new Ticket(visitId, visit.date(), start, freeNumber(visit, places, start));
            store.insert(hash(secret), next);
            return next;
        });
        return new Taken(ticket, secret);
    }

    /** The visit's quarters that somebody can still come in. */
    public List<TimeSlot> listToCome(Appointment visit) {
        return list(visit).stream()
                .filter(slot -> !isOver(visit.date(), slot.start()))
                .toList();
    }

    private boolean isOver(LocalDate date, int start) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
        return !date.atStartOfDay().plusSeconds(start + (long) TimeSlot.SECONDS).isAfter(now);
    }

    private int freeNumber(Appointment visit, int places, int start) {
        int quarter = starts(visit).indexOf(start);
        if (quarter < 0 || isOver(visit.date(), start)) {
            throw new SlotProblem.Full();
        }
        Set<Integer> taken = store.listNumbers(visit.id(), visit.date());
        for (int number = quarter * places + 1; number <= (quarter + 1) * places; number++) {
            if (!taken.contains(number)) {
                return number;
            }
        }
        throw new SlotProblem.Full();
    }

    /** @throws SlotProblem.UnknownTicket 404 */
    public Ticket getTicket(String secret) {
        return store.findTicket(hash(secret)).orElseThrow(SlotProblem.UnknownTicket::new);
    }

    /** @throws SlotProblem.UnknownTicket 404 */
    public Ticket giveBack(String secret) {
        Ticket ticket = getTicket(secret);
        if (!store.remove(hash(secret))) {
            throw new SlotProblem.UnknownTicket();
        }
        return ticket;
    }

    private List<TimeSlot> slots(Appointment visit, int places) {
        List<Ticket> tickets = store.listTickets(visit.id(), visit.date());
        List<Integer> starts = starts(visit);
        // by number, not by hour: numbers stay in their quarter where the hours are printed differently
        return IntStream.range(0, starts.size())
                .mapToObj(quarter -> new TimeSlot(starts.get(quarter), places, (int) tickets.stream()
                        .filter(ticket -> (ticket.number() - 1) / places == quarter)
                        .count()))
                .toList();
    }

    /** Whole quarters of the printed hours only; a shorter visit is one. */
    private static List<Integer> starts(Appointment visit) {
        PrintedHours hours = PrintedHours.of(visit.start(), visit.end());
        List<Integer> starts = new ArrayList<>(List.of(hours.start()));
        for (int start = hours.start() + TimeSlot.SECONDS;
                start + TimeSlot.SECONDS <= hours.end();
                start += TimeSlot.SECONDS) {
            starts.add(start);
        }
        return starts;
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
