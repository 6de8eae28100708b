package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ro.caravana.register.support.OfficePen.event;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** An office speaks of its own events only, whatever ids it knows; the same event from two offices counts once. */
@StoreTest
class OfficesApartStoreTests {
    private static final String AT = "2027-03-17T09:00:00Z";

    private final TestDatabase database;
    private final UUID id = UUID.randomUUID();
    private Feed feed;
    private OfficePen owner;
    private OfficePen other;

    OfficesApartStoreTests(TestDatabase database) {
        this.database = database;
        this.feed = new Feed(database);
        this.owner = feed.pen("key-1");
        this.other = this.owner;
    }

    @BeforeEach
    void twoOffices() {
        new Feed(database); // empties
        feed = Feed.resume(database, 2);
        owner = pen("SPCLEP-1", "key-1");
        other = pen("SPCLEP-2", "key-2");
    }

    private OfficePen pen(String office, String kid) {
        OfficePen pen = new OfficePen(office, kid);
        feed.register(pen);
        return pen;
    }

    private BatchAnswer send(OfficePen pen, String change, int count) {
        return feed.send(pen.next(Feed.NOON, List.of(event(id, AT, SmallCounty.HAMLET, "NO_ID", change, count))));
    }

    private void isWholeAfterARestart() {
        Feed restarted = Feed.resume(database, 2);
        assertThat(restarted.audit.verify(done -> {}).isClean()).isTrue();
        Sums before = restarted.total();
        restarted.audit.lose();
        restarted.audit.rebuild(done -> {});
        assertThat(restarted.total()).isEqualTo(before);
    }

    @Test
    void nobodyWithdrawsAnotherOfficesEvent() {
        send(owner, "OPENED", 4);
        assertThat(send(other, "WITHDRAWN", 4).quarantined())
                .singleElement()
                .satisfies(held -> assertThat(held.reason()).isEqualTo("ANOTHER_OFFICES"));
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
        assertThatExceptionOfType(RegisterProblem.StillUnusable.class)
                .isThrownBy(
                        () -> feed.desk.release(feed.desk.listWaiting().get(0).id(), Map.of(), "planner"));
        assertThat(send(owner, "WITHDRAWN", 4).applied()).isEqualTo(1);
        assertThat(feed.total().open()).isZero();
        isWholeAfterARestart();
    }

    /** Also where what the office knows is only on disk. */
    @Test
    void norAfterARestart() {
        send(owner, "OPENED", 4);
        feed = Feed.resume(database, 2);
        assertThat(send(other, "WITHDRAWN", 4).quarantined()).hasSize(1);
        assertThat(send(owner, "WITHDRAWN", 4).applied()).isEqualTo(1);
        isWholeAfterARestart();
    }

    @Test
    void norOneThatSomebodyHasReleased() {
        send(owner, "OPENED", 1_000_000);
        feed.desk.release(
                feed.desk.listWaiting().get(0).id(),
                Map.of("count", tools.jackson.databind.node.IntNode.valueOf(3)),
                "planner");
        feed = Feed.resume(database, 2);
        assertThat(send(other, "WITHDRAWN", 3).quarantined()).hasSize(1);
        assertThat(feed.total()).isEqualTo(new Sums(3, 0, 0));
        isWholeAfterARestart();
    }

    @Test
    void nobodyTakesAnotherOfficesEventOutOfQuarantine() {
        send(owner, "OPENED", 1_000_000);
        send(other, "WITHDRAWN", 2);
        assertThat(feed.desk.listWaiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.office()).isEqualTo("SPCLEP-1"));
        isWholeAfterARestart();
    }

    /** Its own event waits because the id is taken; that one it may take back, and nothing else. */
    @Test
    void anOfficeTakesItsOwnBackThoughAnotherHasTheId() {
        send(owner, "OPENED", 4);
        assertThat(send(other, "OPENED", 2).quarantined()).hasSize(1);
        feed = Feed.resume(database, 2);
        BatchAnswer answer = send(other, "WITHDRAWN", 2);
        assertThat(answer.quarantined()).isEmpty();
        assertThat(answer.applied()).isEqualTo(1);
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
        isWholeAfterARestart();
    }

    @Test
    void alsoInTheSameBatch() {
        send(owner, "OPENED", 4);
        BatchAnswer answer = feed.send(other.next(
                Feed.NOON,
                List.of(
                        event(id, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 2),
                        event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 2))));
        assertThat(answer.quarantined()).hasSize(1);
        assertThat(answer.applied()).isEqualTo(1);
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
        isWholeAfterARestart();
    }

    @Test
    void theSameEventFromTwoOfficesCountsOnce() {
        send(owner, "OPENED", 4);
        assertThat(send(other, "OPENED", 4).repeated()).isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
        isWholeAfterARestart();
    }
}
