package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static ro.caravana.register.support.OfficePen.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.support.OfficePen;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import tools.jackson.databind.node.IntNode;

/** A past day as it is known now and as it was known then; and what an office's line says about it. */
@StoreTest
class KnownThenStoreTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final int MANY = 1_100;
    private static final String AT = "2027-03-17T09:00:00Z";

    private final TestDatabase database;
    private Feed feed;
    private OfficePen pen;

    KnownThenStoreTests(TestDatabase database) {
        this.database = database;
        this.feed = new Feed(database);
        this.pen = feed.pen("key-1");
    }

    @BeforeEach
    void empty() {
        feed = new Feed(database);
        pen = feed.pen("key-1");
    }

    private void send(Object... events) {
        feed.send(pen.next(Feed.NOON, List.of(events)));
    }

    private static Map<String, Object> opened(UUID id, Object count) {
        return event(id, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", count);
    }

    private Sums knownAt(Instant instant) {
        return feed.register.byPlaceAndKind(DAY, instant).getOrDefault(SmallCounty.HAMLET, Map.of()).values().stream()
                .reduce(Sums.NONE, Sums::plus);
    }

    private Sums known() {
        return feed.register.byPlace(DAY, Optional.empty()).getOrDefault(SmallCounty.HAMLET, Sums.NONE);
    }

    private Optional<Instant> completeToAt(Instant instant) {
        return Optional.ofNullable(feed.register.listWatermarks(instant).get(0).completeTo());
    }

    @Test
    void aBatchThatComesWhileADayIsReadAsItWasKnownIsNotTakenBackTwice() {
        send(opened(UUID.randomUUID(), 5));
        feed.pass(Duration.ofDays(2));
        feed.meanwhile = () -> send(opened(UUID.randomUUID(), 3));
        assertThat(knownAt(Feed.NOON.plusSeconds(3_600))).isEqualTo(new Sums(5, 0, 0));
        assertThat(known()).isEqualTo(new Sums(8, 0, 0));
    }

    @Test
    void aRebuildBesideTheServerIsSeenWithoutANewBatch() {
        send(opened(UUID.randomUUID(), 5));
        feed.sums();
        database.jdbc().sql("DELETE FROM register_place_day").update();
        assertThat(known()).isEqualTo(Sums.NONE);
        Feed.resume(database).audit.rebuild(done -> {});
        assertThat(known()).isEqualTo(new Sums(5, 0, 0));
    }

    @Test
    void batchesAreReadPageByPageHoweverLargeTheyAre() {
        CountedStore counted = new CountedStore(new JdbcTemplate(database.dataSource()));
        for (int number = 0; number < 4; number++) {
            send(opened(UUID.randomUUID(), 1));
        }
        send();
        assertThat(counted.pageEnd(0, 5)).as("small ones together").isEqualTo(5);
        assertThat(counted.pageEnd(0, 5, 1)).isEqualTo(1);
        assertThat(counted.pageEnd(1, 5, 100)).isEqualTo(3);
        assertThat(counted.pageEnd(3, 5, 1))
                .as("nothing counts behind the fourth")
                .isEqualTo(5);
        assertThat(counted.pageEnd(4, 5, 1)).isEqualTo(5);
    }

    /** More positions than are added up at once: several pages, and more than one transaction. */
    @Test
    void theSumsOfManyPagesAreThoseOfAllTheirEvents() {
        Instant at = Instant.parse(AT);
        feed.together(writing -> {
            for (int number = 0; number < MANY; number++) {
                UUID id = UUID.randomUUID();
                writing.release(
                        pen.office(),
                        new RegisterEvent(id, at, SmallCounty.HAMLET, CaseCategory.NO_ID, Change.OPENED, "", "", 1));
            }
        });
        assertThat(feed.total()).isEqualTo(new Sums(MANY, 0, 0));
        assertThat(known()).isEqualTo(new Sums(MANY, 0, 0));
    }

    /** A screen asks at every change; an office may have sent a million batches. */
    @Test
    void howFarAnOfficeIsIsFoundWithoutReadingItsBatches() {
        assumeThat(database.name()).isEqualTo("H2GIS");
        for (String sql : List.of(LedgerStore.LAST, LedgerStore.COMPLETE_TO)) {
            assertThat(database.jdbc()
                            .sql("EXPLAIN " + sql)
                            .param("office", feed.office())
                            .query(String.class)
                            .single())
                    .contains("index sorted");
        }
    }

    @Test
    void howFarAnOfficeWasIsKnownForEveryMoment() {
        feed.send(pen.next(Feed.NOON, List.of()));
        feed.pass(Duration.ofDays(2));
        Instant later = Feed.NOON.plus(Duration.ofDays(2));
        feed.send(pen.next(later, List.of()));
        assertThat(completeToAt(Feed.NOON.minusSeconds(1))).isEmpty();
        assertThat(completeToAt(Feed.NOON)).contains(Feed.NOON);
        assertThat(completeToAt(later.minusSeconds(1))).contains(Feed.NOON);
        assertThat(completeToAt(later)).contains(later);
    }

    @Test
    void whatCameLaterWasNotKnownThen() {
        UUID id = UUID.randomUUID();
        send(opened(id, 5), opened(UUID.randomUUID(), 0));
        assertThat(known()).isEqualTo(new Sums(5, 0, 0));
        feed.pass(Duration.ofDays(1));
        send(opened(UUID.randomUUID(), 2));
        feed.pass(Duration.ofDays(1));
        send(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 5));
        feed.pass(Duration.ofDays(1));
        feed.desk.release(feed.desk.listWaiting().get(0).id(), Map.of("count", IntNode.valueOf(9)), "planner");
        assertThat(known()).isEqualTo(new Sums(16, 0, 5));
        assertThat(knownAt(Feed.NOON.minusSeconds(1))).isEqualTo(Sums.NONE);
        assertThat(knownAt(Feed.NOON)).isEqualTo(new Sums(5, 0, 0));
        assertThat(knownAt(Feed.NOON.plus(Duration.ofDays(1)))).isEqualTo(new Sums(7, 0, 0));
        assertThat(knownAt(Feed.NOON.plus(Duration.ofDays(2)))).isEqualTo(new Sums(7, 0, 5));
        assertThat(knownAt(Feed.NOON.plus(Duration.ofDays(3)))).isEqualTo(known());
    }

    @Test
    void aLaterDayIsNotPartOfAnEarlierOne() {
        send(event(UUID.randomUUID(), "2027-03-18T09:00:00Z", SmallCounty.HAMLET, "NO_ID", "OPENED", 3));
        assertThat(known()).isEqualTo(Sums.NONE);
        assertThat(knownAt(Feed.NOON.minusSeconds(1))).isEqualTo(Sums.NONE);
    }

    @Test
    void anOfficesLineTellsItsRateAndWhatIsMissing() {
        send(opened(UUID.randomUUID(), 5), opened(UUID.randomUUID(), 0));
        String second = pen.next(Feed.NOON, List.of());
        String third = pen.next(Feed.NOON, List.of());
        assertThatExceptionOfType(RegisterProblem.Gap.class).isThrownBy(() -> feed.send(third));
        assertThat(feed.offices.listStatus().get(0)).satisfies(status -> {
            assertThat(status.eventsPerWeek()).isEqualTo(2);
            assertThat(status.gap()).isEqualTo(new OfficeStatus.Gap(2, 3, Feed.NOON));
        });
        feed.send(second);
        feed.send(third);
        feed.pass(Duration.ofDays(8));
        assertThat(feed.offices.listStatus().get(0)).satisfies(status -> {
            assertThat(status.eventsPerWeek()).isZero();
            assertThat(status.gap()).isNull();
        });
    }
}
