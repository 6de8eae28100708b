package ro.caravana.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;
import ro.caravana.register.Cell;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;

/**
 * The feed's sums for the few days that screens follow, carried on batch by batch instead of being read anew for each. Whatever
 * cannot be carried on with certainty (a batch of another node, one that is heard of late, a read that a batch came in between) is
 * read again; so is everything once a minute. Thread-safe; taking note of a batch never waits for a reader.
 */
@Component
class LiveSums {
    private static final int BATCHES_KEPT = 512;
    /** Some 20 MB; an office that sends years at once is read from the database instead. */
    private static final int CELLS_KEPT = 100_000;

    private static final int ANSWERS_KEPT = 64;
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    private final RegisterSums register;
    private final Clock clock;
    private final ConcurrentSkipListMap<Long, Map<Cell, Sums>> heard = new ConcurrentSkipListMap<>();
    private final AtomicLong cellsHeard = new AtomicLong();
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong newest = new AtomicLong();
    private final AtomicLong carriedTo = new AtomicLong();
    private final AtomicLong surprises = new AtomicLong();

    private record Question(LocalDate upTo, CaseFilter filter) {}

    /** @param position of the last batch that is in */
    private record Answer(long position, long surprises, Instant readAt, Map<Integer, Sums> sums) {}

    LiveSums(RegisterSums register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** What is heard twice, or after later ones have been carried on, makes that void. */
    void on(BatchApplied batch) {
        long position = batch.ledgerPosition();
        boolean twice = heard.putIfAbsent(position, batch.changes()) != null;
        if (!twice) {
            cellsHeard.addAndGet(batch.changes().size());
        }
        if (twice || position <= carriedTo.get()) {
            surprises.incrementAndGet();
        }
        forgetOldest();
        seen(position);
    }

    /** By number and not by position: other nodes' batches are never heard of here. */
    private void forgetOldest() {
        while (heard.size() > BATCHES_KEPT || cellsHeard.get() > CELLS_KEPT) {
            Map.Entry<Long, Map<Cell, Sums>> oldest = heard.pollFirstEntry();
            if (oldest == null) {
                return;
            }
            cellsHeard.addAndGet(-oldest.getValue().size());
        }
    }

    /** How many changed sums are kept in memory, and of how many batches. */
    long countCells() {
        return cellsHeard.get();
    }

    int countBatches() {
        return heard.size();
    }

    /** There are batches up to this position, on whichever node. */
    void seen(long position) {
        newest.accumulateAndGet(position, Math::max);
    }

    /** As {@link FilteredSums#of}. The answer must not be changed. */
    Map<Integer, Sums> byPlace(LocalDate upTo, CaseFilter filter) {
        Question question = new Question(upTo, filter);
        Answer known = answers.get(question);
        Answer carried = known == null ? null : carriedOn(question, known);
        return carried == null ? read(question) : keep(question, carried);
    }

    private @Nullable Answer carriedOn(Question question, Answer known) {
        if (known.surprises() != surprises.get()
                || known.readAt().plus(READ_AGAIN).isBefore(clock.instant())) {
            return null;
        }
        long target = newest.get();
        if (target <= known.position()) {
            return known;
        }
        Map<Integer, Sums> sums = new HashMap<>(known.sums());
        for (long position = known.position() + 1; position <= target; position++) {
            Map<Cell, Sums> changes = heard.get(position);
            if (changes == null) {
                return null;
            }
            changes.forEach((cell, change) -> {
                if (isAsked(question, cell)) {
                    sums.merge(cell.siruta(), change, Sums::plus);
                }
            });
        }
        return new Answer(target, known.surprises(), known.readAt(), sums);
    }

    private static boolean isAsked(Question question, Cell cell) {
        return !cell.day().isAfter(question.upTo()) && question.filter().takes(cell.kind());
    }

    /** Kept only where no batch came in between: otherwise nobody could say which are in. */
    private Map<Integer, Sums> read(Question question) {
        long surprisesBefore = surprises.get();
        long before = register.ledgerPosition();
        Map<Integer, Sums> sums = FilteredSums.of(register.byPlaceAndKind(question.upTo()), question.filter());
        if (register.ledgerPosition() == before) {
            keep(question, new Answer(before, surprisesBefore, clock.instant(), sums));
        }
        return sums;
    }

    private Map<Integer, Sums> keep(Question question, Answer answer) {
        if (answers.size() >= ANSWERS_KEPT && !answers.containsKey(question)) {
            answers.clear(); // midnight and new statistics bring new questions
        }
        carriedTo.accumulateAndGet(answer.position(), Math::max);
        answers.put(question, answer);
        return answer.sums();
    }
}
