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
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.alias.Alias;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import tools.jackson.databind.node.IntNode;

/** An office's own codes: what waits is counted, what comes later is read, and a recount reads each batch as it was read then. */
@StoreTest
class AliasesStoreTests {
    private static final String AT = "2027-03-17T09:00:00Z";

    private final TestDatabase database;
    private Feed feed;
    private OfficePen pen;

    AliasesStoreTests(TestDatabase database) {
        this.database = database;
        this.feed = new Feed(database);
        this.pen = feed.pen("key-1");
    }

    @BeforeEach
    void empty() {
        feed = new Feed(database);
        pen = feed.pen("key-1");
    }

    private int quarantined(Object siruta, String category, int count) {
        return feed.send(pen.next(Feed.NOON, List.of(event(UUID.randomUUID(), AT, siruta, category, "OPENED", count))))
                .quarantined()
                .size();
    }

    private void agree(Alias.Field field, String said, String means) {
        feed.aliases.agree(feed.office(), field, said, means, "planner");
    }

    @Test
    void whatWaitsIsCountedAndWhatComesIsRead() {
        String hamlet = String.valueOf(SmallCounty.HAMLET);
        assertThat(quarantined(4_711, "NO_ID", 2)).isEqualTo(1);
        assertThat(quarantined("4711", "NO_ID", 3)).isEqualTo(1);
        assertThat(quarantined(4_712, "NO_ID", 5)).isEqualTo(1);
        agree(Alias.Field.SIRUTA, "4711", hamlet);
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isEqualTo(2);
        assertThat(feed.desk.listWaiting()).hasSize(1);
        assertThat(quarantined(4_711, "NO_ID", 7)).isZero();
        assertThat(feed.total()).isEqualTo(new Sums(12, 0, 0));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    /** What is agreed on while a batch is being read is looked for too early: the batch is not written yet. */
    @Test
    void whatIsAgreedWhileABatchIsReadCountsForIt() {
        feed.whileReading = () -> {
            agree(Alias.Field.SIRUTA, "4711", String.valueOf(SmallCounty.HAMLET));
            assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isZero();
        };
        assertThat(quarantined(4_711, "NO_ID", 7)).isZero();
        assertThat(feed.total()).isEqualTo(new Sums(7, 0, 0));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void howeverManyWaitAllAreCountedAndWhatStaysUnusableGoesOnWaiting() {
        List<Map<String, Object>> many = new java.util.ArrayList<>();
        for (int number = 0; number < 1_203; number++) {
            Object siruta = number % 3 == 0 ? 4_712 : 4_711;
            many.add(event(UUID.randomUUID(), AT, siruta, "NO_ID", "OPENED", number == 1 ? 0 : 1));
        }
        feed.send(pen.next(Feed.NOON, many));
        feed.published.clear();
        agree(Alias.Field.SIRUTA, "4711", String.valueOf(SmallCounty.HAMLET));
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isEqualTo(801);
        assertThat(feed.total()).isEqualTo(new Sums(801, 0, 0));
        assertThat(feed.published.stream()
                        .flatMap(news -> news.changes().values().stream())
                        .reduce(Sums.NONE, Sums::plus))
                .isEqualTo(new Sums(801, 0, 0));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    /** Whichever is agreed on first: the event waits until both are. */
    @Test
    void anEventWithTwoCodesOfTheOfficesOwnWaitsForBoth() {
        String hamlet = String.valueOf(SmallCounty.HAMLET);
        assertThat(quarantined(4_711, "fara acte", 2)).isEqualTo(1);
        assertThat(quarantined(4_712, "expirat", 3)).isEqualTo(1);
        agree(Alias.Field.SIRUTA, "4711", hamlet);
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isZero();
        agree(Alias.Field.CATEGORY, "fara acte", "NO_ID");
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isEqualTo(1);
        agree(Alias.Field.CATEGORY, "expirat", "EXPIRED_ID");
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isZero();
        agree(Alias.Field.SIRUTA, "4712", hamlet);
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(5, 0, 0));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    /** A person mends what no alias can say; what was agreed on need not be said again. */
    @Test
    void whoMendsAnEventNeedNotRepeatWhatWasAgreed() {
        agree(Alias.Field.CATEGORY, "fara acte", "NO_ID");
        assertThat(quarantined(4_711, "fara acte", 2)).isEqualTo(1);
        long id = feed.desk.listWaiting().get(0).id();
        feed.desk.release(id, Map.of("siruta", IntNode.valueOf(SmallCounty.HAMLET)), "planner");
        assertThat(feed.total()).isEqualTo(new Sums(2, 0, 0));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    /** What is on disk is done, whoever could not be told of it. */
    @Test
    void aListenerThatFailsLeavesNothingHalfReleased() {
        assertThat(quarantined(4_711, "NO_ID", 2)).isEqualTo(1);
        assertThat(quarantined(4_712, "NO_ID", 3)).isEqualTo(1);
        feed.deaf = true;
        agree(Alias.Field.SIRUTA, "4711", String.valueOf(SmallCounty.HAMLET));
        assertThat(feed.desk.releaseExplained(feed.office(), "planner")).isEqualTo(1);
        long id = feed.desk.listWaiting().get(0).id();
        feed.desk.release(id, Map.of("siruta", IntNode.valueOf(SmallCounty.HAMLET)), "planner");
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.total()).isEqualTo(new Sums(5, 0, 0));
    }

    @Test
    void takenBackItIsNotUnderstoodAgainButWhatWasCountedStays() {
        agree(Alias.Field.CATEGORY, "fara acte", "NO_ID");
        assertThat(quarantined(SmallCounty.HAMLET, "fara acte", 2)).isZero();
        feed.aliases.takeBack(feed.aliases.listInForce().get(0).id(), "planner");
        assertThat(quarantined(SmallCounty.HAMLET, "fara acte", 3)).isEqualTo(1);
        assertThat(feed.aliases.listInForce()).isEmpty();
        assertThat(feed.total()).isEqualTo(new Sums(2, 0, 0));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
        feed.audit.lose();
        feed.audit.rebuild(done -> {});
        assertThat(feed.total()).isEqualTo(new Sums(2, 0, 0));
    }

    @Test
    void anotherOfficesCodesStayItsOwn() {
        assertThatExceptionOfType(RegisterProblem.UnknownOffice.class)
                .isThrownBy(() -> feed.aliases.agree("SPCLEP-X", Alias.Field.SIRUTA, "1", "2", "planner"));
        assertThat(feed.aliases
                        .latest()
                        .read(
                                "SPCLEP-X",
                                tools.jackson.databind.json.JsonMapper.shared().readTree("{\"siruta\":4711}"))
                        .path("siruta")
                        .intValue())
                .isEqualTo(4_711);
    }

    @Test
    void whatIsTheRegistersOwnKeepsItsMeaning() {
        String hamlet = String.valueOf(SmallCounty.HAMLET);
        for (Map.Entry<String, String> wrong : Map.of(hamlet, hamlet, " ", hamlet, "4711", "999999", "4712", "Cluj")
                .entrySet()) {
            assertThatExceptionOfType(RegisterProblem.UnusableAlias.class)
                    .isThrownBy(() -> agree(Alias.Field.SIRUTA, wrong.getKey(), wrong.getValue()));
        }
        assertThatExceptionOfType(RegisterProblem.UnusableAlias.class)
                .isThrownBy(() -> agree(Alias.Field.CATEGORY, "NO_ID", "EXPIRED_ID"));
        assertThatExceptionOfType(RegisterProblem.UnknownAlias.class)
                .isThrownBy(() -> feed.aliases.takeBack(1, "planner"));
        assertThat(feed.aliases.listInForce()).isEmpty();
    }
}
