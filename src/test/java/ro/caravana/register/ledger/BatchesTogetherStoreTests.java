package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static ro.caravana.register.support.OfficePen.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** Batches that arrive at once share a transaction, and nothing else: neither their faults nor what they have counted. */
@StoreTest
class BatchesTogetherStoreTests {
    private static final String AT = "2027-03-17T09:00:00Z";
    private static final int SENDERS = 8;

    private final TestDatabase database;
    private Feed feed;
    private OfficePen pen;

    BatchesTogetherStoreTests(TestDatabase database) {
        this.database = database;
        this.feed = new Feed(database);
        this.pen = feed.pen("key-1");
    }

    @BeforeEach
    void empty() {
        feed = new Feed(database);
        pen = feed.pen("key-1");
    }

    private static Map<String, Object> opened(UUID id, int count) {
        return event(id, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", count);
    }

    private String batch(Object... events) {
        return pen.next(Feed.NOON, List.of(events));
    }

    @Test
    void theSameBatchFromManyAtOnceCountsOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            String jws = batch(opened(UUID.randomUUID(), 1));
            List<BatchAnswer> answers = atOnce(() -> feed.send(jws));
            assertThat(answers).filteredOn(answer -> !answer.duplicate()).hasSize(1);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.applied()).isEqualTo(1));
        }
        assertThat(feed.total()).isEqualTo(new Sums(20, 0, 0));
        assertThat(feed.published).hasSize(20);
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void aRefusedBatchDoesNotStopItsNeighbours() {
        UUID id = UUID.randomUUID();
        String first = batch(opened(id, 2));
        String second = batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 2));
        String gap = pen.sign(pen.payload(9, "", Feed.NOON, List.of()));
        feed.together(written -> {
            assertThat(written.write(feed.arrival(first)).answer().applied()).isEqualTo(1);
            assertThatExceptionOfType(RegisterProblem.Gap.class).isThrownBy(() -> written.write(feed.arrival(gap)));
            assertThat(written.write(feed.arrival(first)).answer().duplicate()).isTrue();
            assertThat(written.write(feed.arrival(second)).answer().applied()).isEqualTo(1);
        });
        assertThat(feed.total()).isEqualTo(new Sums(2, 0, 2));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void whatWasRolledBackIsForgotten() {
        String first = batch(opened(UUID.randomUUID(), 2));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> feed.together(written -> {
                    written.write(feed.arrival(first));
                    written.flush();
                    throw new IllegalStateException("the power fails");
                }));
        assertThat(feed.total()).isEqualTo(Sums.NONE);
        BatchAnswer answer = feed.send(first);
        assertThat(answer.duplicate()).isFalse();
        assertThat(answer.applied()).isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(2, 0, 0));
    }

    @Test
    void anotherNodesBatchesAreKnownHere() {
        Feed other = Feed.resume(database);
        UUID id = UUID.randomUUID();
        feed.send(batch(opened(id, 2)));
        other.send(batch(opened(UUID.randomUUID(), 3)));
        assertThat(feed.send(batch(opened(id, 2))).repeated()).isEqualTo(1);
        assertThat(other.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 2)))
                        .applied())
                .isEqualTo(1);
        assertThat(feed.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 2)))
                        .repeated())
                .isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(5, 0, 2));
    }

    @Test
    void afterAnUpgradeEverythingIsCountedAnew() {
        UUID id = UUID.randomUUID();
        feed.send(batch(opened(id, 2)));
        feed.send(batch(event(UUID.randomUUID(), AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 1_000_000)));
        feed.desk.release(
                feed.desk.listWaiting().get(0).id(),
                Map.of("count", tools.jackson.databind.node.IntNode.valueOf(7)),
                "planner");
        feed.audit.lose();
        Feed upgraded = Feed.resume(database);
        assertThat(upgraded.send(batch(opened(id, 2))).repeated()).isEqualTo(1);
        assertThat(upgraded.total()).isEqualTo(new Sums(9, 0, 0));
        assertThat(upgraded.audit.verify(done -> {}).isClean()).isTrue();
        assertThat(feed.send(batch(opened(id, 2))).repeated())
                .as("the other node notices")
                .isEqualTo(1);
    }

    @Test
    void anOlderBackupBroughtBackUnderARunningServerIsNoticed() {
        UUID id = UUID.randomUUID();
        feed.send(batch(opened(UUID.randomUUID(), 2)));
        String second = batch(opened(id, 3));
        feed.send(second);
        database.jdbc()
                .sql("DELETE FROM register_counted WHERE ledger_position = 2")
                .update();
        database.jdbc()
                .sql("DELETE FROM register_batch WHERE ledger_position = 2")
                .update();
        database.jdbc()
                .sql("UPDATE register_head SET ledger_position = 1, counted_to = 1")
                .update();
        BatchAnswer again = feed.send(second);
        assertThat(again.duplicate()).isFalse();
        assertThat(again.applied()).isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(5, 0, 0));
    }

    @Test
    void aRebuildMendsStoredEvents() {
        feed.send(batch(opened(UUID.randomUUID(), 2)));
        feed.send(batch(opened(UUID.randomUUID(), 3)));
        database.jdbc()
                .sql("UPDATE register_counted SET ledger_position = 77 WHERE ledger_position = 1")
                .update();
        assertThat(feed.audit.verify(done -> {}).differingBatches()).isEqualTo(1);
        feed.audit.rebuild(done -> {});
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM register_counted")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(feed.total()).isEqualTo(new Sums(5, 0, 0));
    }

    /** One sender writes for all who wait: what fails there, whatever it is, must not leave the others without an answer. */
    @Test
    void aFailureThatNobodyThoughtOfStopsOnlyTheBatchThatMeetsIt() throws Exception {
        Feed several = Feed.resume(database, 3);
        List<OfficePen> pens = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            pens.add(new OfficePen("SPCLEP-" + number, "key-of-" + number));
            several.register(pens.get(number - 1));
        }
        UUID id = UUID.randomUUID();
        several.send(pens.get(0).next(Feed.NOON, List.of(opened(id, 1))));
        database.jdbc()
                .sql("UPDATE register_counted SET packed = ?")
                .param(new byte[] {99}) // as a newer program would have written it
                .update();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        FutureTask<Boolean> turn = queued(() -> {
            several.together(written -> {
                busy.countDown();
                pause(free);
            });
            return true;
        });
        busy.await();
        FutureTask<BatchAnswer> first = queued(() -> several.send(pens.get(0).next(Feed.NOON, List.of())));
        FutureTask<BatchAnswer> bad = queued(() -> several.send(pens.get(1).next(Feed.NOON, List.of(opened(id, 1)))));
        FutureTask<BatchAnswer> good =
                queued(() -> several.send(pens.get(2).next(Feed.NOON, List.of(opened(UUID.randomUUID(), 1)))));
        free.countDown();
        assertThat(turn.get()).isTrue();
        assertThat(first.get(30, TimeUnit.SECONDS).sequence()).isEqualTo(2);
        assertThat(good.get(30, TimeUnit.SECONDS).applied()).isEqualTo(1);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> bad.get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(IllegalStateException.class);
    }

    private static void pause(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Work that has come as far as the queue. */
    private static <T> FutureTask<T> queued(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING || task.isDone());
        return task;
    }

    private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                running.add(senders.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }
}
