package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ro.caravana.register.support.OfficePen.event;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.Cell;
import ro.caravana.register.Kind;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.Sums;
import ro.caravana.register.support.OfficePen;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.Territory;
import tools.jackson.databind.node.IntNode;

/**
 * What becomes of batches.
 *
 * <pre>
 *   signature → office's order and chain → ledger + events + sums, or nothing at all
 * </pre>
 */
@StoreTest
class BatchIntakeStoreTests {
    private static final String AT = "2027-03-17T09:00:00Z";

    private final TestDatabase database;
    private Feed feed;
    private OfficePen pen;

    BatchIntakeStoreTests(TestDatabase database) {
        this.database = database;
        this.feed = new Feed(database);
        this.pen = feed.pen("key-1");
    }

    @BeforeEach
    void empty() {
        feed = new Feed(database);
        pen = feed.pen("key-1");
    }

    private static Map<String, Object> opened(int count) {
        return event(UUID.randomUUID(), AT, SmallCounty.HAMLET, "NO_ID", "OPENED", count);
    }

    private String batch(Object... events) {
        return pen.next(Feed.NOON, List.of(events));
    }

    @Test
    void aBatchIsCountedAndToldToWhoeverListens() {
        BatchAnswer answer = feed.send(batch(opened(3), opened(2)));
        assertThat(answer.applied()).isEqualTo(2);
        assertThat(answer.duplicate()).isFalse();
        assertThat(answer.expectedSequence()).isEqualTo(2);
        assertThat(feed.sums())
                .isEqualTo(Map.of(
                        new Cell(LocalDate.of(2027, 3, 17), SmallCounty.HAMLET, CaseCategory.NO_ID, "", ""),
                        new Sums(5, 0, 0)));
        assertThat(feed.published).hasSize(1);
        assertThat(feed.published.get(0).changes()).isEqualTo(feed.sums());
        assertThat(feed.published.get(0).completeTo()).isEqualTo(Feed.NOON);
    }

    @Test
    void theSameBatchAgainIsADuplicateAndCountsNothing() {
        String jws = batch(opened(3), event(UUID.randomUUID(), AT, 999, "NO_ID", "OPENED", 1));
        BatchAnswer first = feed.send(jws);
        BatchAnswer again = feed.send(jws);
        assertThat(again.duplicate()).isTrue();
        assertThat(again.applied()).isEqualTo(first.applied()).isEqualTo(1);
        assertThat(again.quarantined()).isEqualTo(first.quarantined()).hasSize(1);
        assertThat(feed.total()).isEqualTo(new Sums(3, 0, 0));
        assertThat(feed.published).hasSize(1);
    }

    @Test
    void aGapIsRefusedWithTheNumberThatIsExpected() {
        String first = batch(opened(1));
        String second = batch(opened(1));
        assertThatExceptionOfType(RegisterProblem.Gap.class)
                .isThrownBy(() -> feed.send(second))
                .satisfies(gap -> assertThat(gap.properties()).containsEntry("expectedSequence", 1L));
        feed.send(first);
        assertThat(feed.send(second).applied()).isEqualTo(1);
    }

    @Test
    void anotherBatchUnderAUsedNumberRaisesOneAlarm() {
        feed.send(batch(opened(1)));
        String other = pen.sign(pen.payload(1, "", Feed.NOON, List.of(opened(7))));
        for (int time = 0; time < 2; time++) {
            assertThatExceptionOfType(RegisterProblem.Conflict.class).isThrownBy(() -> feed.send(other));
        }
        assertThat(feed.offices.listAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.CONFLICT));
        assertThat(feed.total()).isEqualTo(new Sums(1, 0, 0));
        feed.offices.markSeen(feed.offices.listAlarms().get(0).id(), "planner");
        assertThat(feed.offices.listAlarms()).isEmpty();
    }

    /** An office whose answer was lost, and whose key was replaced meanwhile, signs the same batch with the next one. */
    @Test
    void theSameBatchUnderTheOfficesNextKeyIsADuplicate() {
        List<Map<String, Object>> events = List.of(opened(4));
        BatchAnswer first = feed.send(pen.next(Feed.NOON, events));
        OfficePen next = feed.pen("key-2");
        BatchAnswer again = feed.send(next.next(Feed.NOON, events));
        assertThat(again.duplicate()).isTrue();
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(feed.offices.listAlarms()).isEmpty();
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
    }

    @Test
    void aBrokenChainRaisesAnAlarm() {
        feed.send(batch(opened(1)));
        String unlinked = pen.sign(pen.payload(2, "A".repeat(43), Feed.NOON, List.of(opened(1))));
        assertThatExceptionOfType(RegisterProblem.BrokenChain.class).isThrownBy(() -> feed.send(unlinked));
        assertThat(feed.offices.listAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.BROKEN_CHAIN));
    }

    @Test
    void anUnknownARevokedAndAForeignKeyAreNotBelieved() {
        OfficePen stranger = new OfficePen(feed.office(), "key-9");
        refuse(stranger.next(Feed.NOON, List.of(opened(1))));
        OfficePen otherOffice = new OfficePen("SPCLEP-ELSEWHERE", pen.kid());
        refuse(otherOffice.next(Feed.NOON, List.of(opened(1))));
        feed.keys.revoke(feed.office(), "key-1", Optional.empty(), "administrator");
        assertThat(feed.offices.listAlarms()).isEmpty();
        refuse(pen.peek(Feed.NOON, List.of(opened(1))));
        assertThat(feed.sums()).isEmpty();
    }

    @Test
    void whoGoesOnWithARevokedKeyRaisesOneAlarmAndWhoForgesItNone() {
        feed.keys.revoke(feed.office(), "key-1", Optional.empty(), "administrator");
        refuse(new OfficePen(feed.office(), "key-1").peek(Feed.NOON, List.of(opened(1))));
        assertThat(feed.offices.listAlarms()).isEmpty();
        refuse(pen.peek(Feed.NOON, List.of(opened(1))));
        refuse(pen.peek(Feed.NOON, List.of(opened(2))));
        assertThat(feed.offices.listAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.REVOKED_KEY));
    }

    @Test
    void aKeyCountsFromItsTimeOn() {
        OfficePen next = new OfficePen(feed.office(), "key-2");
        feed.keys.register(
                feed.office(),
                new ro.caravana.register.keys.OfficeKeys.Wanted(
                        "key-2", next.x(), Optional.empty(), Optional.of(Feed.NOON.plusSeconds(60))),
                "administrator");
        refuse(next.peek(Feed.NOON, List.of(opened(1))));
        feed.pass(Duration.ofMinutes(1));
        assertThat(feed.send(next.next(Feed.NOON, List.of(opened(1)))).applied())
                .isEqualTo(1);
    }

    @Test
    void aKeyCountsOnlyBetweenItsTimes() {
        feed.keys.revoke(feed.office(), "key-1", Optional.of(Feed.NOON.plusSeconds(60)), "administrator");
        assertThat(feed.send(batch(opened(1))).applied()).isEqualTo(1);
        feed.pass(Duration.ofMinutes(2));
        refuse(pen.peek(Feed.NOON, List.of(opened(1))));
    }

    @Test
    void aPlannedEndOfAKeyCanBeBroughtForwardButNotPutOff() {
        feed.keys.revoke(feed.office(), "key-1", Optional.of(Feed.NOON.plusSeconds(86_400)), "administrator");
        feed.keys.revoke(feed.office(), "key-1", Optional.empty(), "administrator");
        refuse(pen.peek(Feed.NOON, List.of(opened(1))));
        assertThatExceptionOfType(RegisterProblem.UnknownKey.class)
                .isThrownBy(() -> feed.keys.revoke(
                        feed.office(), "key-1", Optional.of(Feed.NOON.plusSeconds(60)), "administrator"));
    }

    private void refuse(String jws) {
        assertThatExceptionOfType(RegisterProblem.NotSigned.class).isThrownBy(() -> feed.send(jws));
    }

    @Test
    void anEventCountsOnceAcrossBatches() {
        Map<String, Object> event = opened(4);
        feed.send(batch(event, event));
        BatchAnswer answer = feed.send(batch(event));
        assertThat(answer.applied()).isZero();
        assertThat(answer.repeated()).isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
    }

    @Test
    void anIdWithOtherContentWaitsInQuarantine() {
        Map<String, Object> event = opened(4);
        feed.send(batch(event));
        Map<String, Object> other = new java.util.LinkedHashMap<>(event);
        other.put("count", 5);
        assertThat(feed.send(batch(other)).quarantined())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo("ID_REUSED"));
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 0));
    }

    @Test
    void withdrawnUndoesAnEventOfAnEarlierBatch() {
        UUID opened = UUID.randomUUID();
        UUID resolved = UUID.randomUUID();
        feed.send(batch(
                event(opened, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 4),
                event(resolved, AT, SmallCounty.HAMLET, "NO_ID", "RESOLVED", 3)));
        feed.send(batch(
                event(resolved, "2027-03-18T08:00:00Z", SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 3),
                event(opened, "2027-03-18T08:00:00Z", SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 4)));
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 4));
        assertThat(feed.total().open()).isZero();
        BatchAnswer again = feed.send(batch(event(opened, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 4)));
        assertThat(again.repeated()).isEqualTo(1);
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 4));
    }

    @Test
    void whatUndoesAnEventMayComeBeforeIt() {
        UUID split = UUID.randomUUID();
        UUID together = UUID.randomUUID();
        Map<String, Object> opened = event(split, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 4);
        Map<String, Object> withdrawn =
                event(split, "2027-03-18T08:00:00Z", SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 4);
        feed.send(batch(withdrawn));
        feed.send(batch(
                opened,
                event(together, "2027-03-18T08:00:00Z", SmallCounty.SEAT, "NO_ID", "WITHDRAWN", 3),
                event(together, AT, SmallCounty.SEAT, "NO_ID", "RESOLVED", 3)));
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.total()).isEqualTo(new Sums(4, 0, 4));
        Feed restarted = Feed.resume(database);
        assertThat(restarted.send(batch(opened, withdrawn)).repeated()).isEqualTo(2);
        assertThat(restarted.total()).isEqualTo(new Sums(4, 0, 4));
        assertThat(restarted.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void withdrawnWithAnIdOfItsOwnTakesBackSoMany() {
        feed.send(batch(opened(5), event(UUID.randomUUID(), AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 2)));
        assertThat(feed.total().open()).isEqualTo(3);
    }

    @Test
    void lateEventsCountOnTheirOwnDay() {
        feed.send(batch(opened(1)));
        feed.send(batch(event(UUID.randomUUID(), "2027-01-02T22:30:00Z", SmallCounty.SEAT, "EXPIRED_ID", "OPENED", 2)));
        assertThat(feed.sums())
                .containsEntry(
                        new Cell(LocalDate.of(2027, 1, 3), SmallCounty.SEAT, CaseCategory.EXPIRED_ID, "", ""),
                        new Sums(2, 0, 0)); // half past midnight in Bucharest
    }

    @Test
    void oneBadEventNeverStopsTheRestAndCanBeMendedAndReleased() {
        Map<String, Object> bad = event(UUID.randomUUID(), AT, 424_242, "NO_ID", "OPENED", 6);
        BatchAnswer answer = feed.send(batch(opened(1), bad, opened(2)));
        assertThat(answer.applied()).isEqualTo(2);
        assertThat(answer.quarantined())
                .extracting(BatchAnswer.QuarantinedEvent::reason)
                .containsExactly("UNKNOWN_SIRUTA");
        long id = feed.desk.listWaiting().get(0).id();
        assertThatExceptionOfType(RegisterProblem.StillUnusable.class)
                .isThrownBy(() -> feed.desk.release(id, Map.of(), "planner"));
        feed.desk.release(id, Map.of("siruta", IntNode.valueOf(SmallCounty.FAR)), "planner");
        assertThat(feed.total()).isEqualTo(new Sums(9, 0, 0));
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThatExceptionOfType(RegisterProblem.NotWaiting.class)
                .isThrownBy(() -> feed.desk.dismiss(id, "too late", "planner"));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void aQuarantinedEventCanBeDismissedWithAReasonOnly() {
        feed.send(batch(event(UUID.randomUUID(), AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 0)));
        long id = feed.desk.listWaiting().get(0).id();
        assertThatExceptionOfType(RegisterProblem.NoReason.class)
                .isThrownBy(() -> feed.desk.dismiss(id, " ", "planner"));
        feed.desk.dismiss(id, "a test of the office's", "planner");
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.sums()).isEmpty();
    }

    @Test
    void anOfficeTakesItsOwnEventOutOfQuarantine() {
        UUID id = UUID.randomUUID();
        feed.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 1_000_000)));
        feed.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 1)));
        feed.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 1)));
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.sums()).isEmpty();
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void aWithdrawalThatCouldNotBeReadIsMendedBySendingItAgain() {
        UUID apart = UUID.randomUUID();
        UUID together = UUID.randomUUID();
        feed.send(batch(opened(9), event(apart, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 0)));
        feed.send(batch(event(apart, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 2)));
        feed.send(batch(
                event(together, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 0),
                event(together, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 3)));
        assertThat(feed.total()).isEqualTo(new Sums(9, 0, 5));
        assertThat(feed.desk.listWaiting()).hasSize(2);
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void anOfficeTakesItsOwnEventBackInTheBatchThatBroughtIt() {
        UUID id = UUID.randomUUID();
        BatchAnswer answer = feed.send(batch(
                event(id, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 1_000_000),
                event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 1)));
        assertThat(answer.quarantined()).hasSize(1);
        assertThat(feed.desk.listWaiting()).isEmpty();
        assertThat(feed.sums()).isEmpty();
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void lettersThatNoDatabaseHoldsStopNobody() {
        Map<String, Object> bad = opened(1);
        bad.put("id", "a\u0000b");
        bad.put("category", "\u0000\ud800");
        BatchAnswer answer = feed.send(batch(opened(2), bad));
        assertThat(answer.applied()).isEqualTo(1);
        assertThat(answer.quarantined())
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("BAD_ID"));
        assertThat(feed.desk.listWaiting()).hasSize(1);
    }

    /** The id it came with is free again: what is withdrawn under it later is cases, not the released event. */
    @Test
    void anEventReleasedUnderAnotherIdIsRecountedAsItWasCounted() {
        UUID id = UUID.randomUUID();
        feed.send(batch(event(id, AT, 424_242, "NO_ID", "OPENED", 6)));
        feed.desk.release(
                feed.desk.listWaiting().get(0).id(),
                Map.of(
                        "siruta", IntNode.valueOf(SmallCounty.FAR),
                        "id",
                                tools.jackson.databind.node.StringNode.valueOf(
                                        UUID.randomUUID().toString())),
                "planner");
        feed.send(batch(event(id, AT, SmallCounty.FAR, "NO_ID", "WITHDRAWN", 2)));
        assertThat(feed.total()).isEqualTo(new Sums(6, 0, 2));
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void aBatchFromTheFutureOrWithoutOrderInItIsNotUnderstood() {
        assertThatExceptionOfType(RegisterProblem.Unreadable.class)
                .isThrownBy(() -> feed.send(pen.peek(Feed.NOON.plusSeconds(3_600), List.of())))
                .satisfies(problem -> assertThat(problem.properties()).containsEntry("pointer", "/completeTo"));
        assertThatExceptionOfType(RegisterProblem.Unreadable.class)
                .isThrownBy(() -> feed.send(pen.sign(pen.payload(0, "", Feed.NOON, List.of()))));
    }

    @Test
    void tooManyBatchesHaveToWait() {
        feed = new Feed(database, 0.2); // two at once, then one every five seconds
        pen = feed.pen("key-1");
        feed.send(batch());
        feed.send(batch());
        String third = batch();
        assertThatExceptionOfType(RegisterProblem.TooOften.class)
                .isThrownBy(() -> feed.send(third))
                .satisfies(wait -> assertThat(wait.retryAfterSeconds()).hasValue(5));
        feed.pass(Duration.ofSeconds(5));
        assertThat(feed.send(third).sequence()).isEqualTo(3);
    }

    @Test
    void nobodySavesUpMoreThanTheBurst() {
        feed = new Feed(database, 0.2);
        pen = feed.pen("key-1");
        feed.send(batch());
        feed.pass(Duration.ofHours(1));
        feed.send(batch());
        feed.send(batch());
        String third = batch();
        assertThatExceptionOfType(RegisterProblem.TooOften.class).isThrownBy(() -> feed.send(third));
    }

    @Test
    void whoForgesTakesNothingOfTheOfficesPace() {
        feed = new Feed(database, 0.2);
        pen = feed.pen("key-1");
        OfficePen forger = new OfficePen(feed.office(), "key-1");
        for (int time = 0; time < 5; time++) {
            refuse(forger.peek(Feed.NOON, List.of()));
        }
        feed.send(batch());
        assertThat(feed.send(batch()).sequence()).isEqualTo(2);
    }

    @Test
    void whatWasDismissedStaysDismissedWhenItsOfficeTakesItBack() {
        UUID id = UUID.randomUUID();
        feed.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "OPENED", 0)));
        feed.desk.dismiss(feed.desk.listWaiting().get(0).id(), "a test of the office's", "planner");
        feed.send(batch(event(id, AT, SmallCounty.HAMLET, "NO_ID", "WITHDRAWN", 1)));
        assertThat(database.jdbc()
                        .sql("SELECT decided_by FROM register_quarantine")
                        .query(String.class)
                        .single())
                .isEqualTo("planner");
        assertThat(feed.sums()).isEmpty();
    }

    @Test
    void howFarAnOfficeIsNeverGoesBack() {
        feed.send(batch(opened(1)));
        feed.send(pen.next(Feed.NOON.minusSeconds(3_600), List.of(opened(1))));
        assertThat(feed.offices.listStatus().get(0).completeTo()).isEqualTo(Feed.NOON);
        assertThat(feed.register.listWatermarks().get(0).completeTo()).isEqualTo(Feed.NOON);
    }

    @Test
    void theRecountFindsATouchedSumAndARebuildMendsIt() {
        feed.send(batch(opened(3)));
        feed.send(batch(opened(4), event(UUID.randomUUID(), AT, SmallCounty.SEAT, "NO_ID", "RESOLVED", 1)));
        Map<Cell, Sums> right = feed.sums();
        database.jdbc()
                .sql("UPDATE register_place_day SET packed = ? WHERE siruta = " + SmallCounty.HAMLET)
                .param(PackedSums.pack(Map.of(new Kind(CaseCategory.NO_ID, "", ""), new Sums(8, 0, 0))))
                .update();
        assertThat(feed.audit.verify(done -> {}).differingSums()).isEqualTo(1);
        feed.audit.rebuild(done -> {});
        assertThat(feed.sums()).isEqualTo(right);
        assertThat(feed.audit.verify(done -> {}).isClean()).isTrue();
        assertThat(feed.send(batch(opened(1))).applied()).isEqualTo(1);
    }

    /** Whatever somebody wrote into the ledger is a fault to be told, not a reason to stop looking. */
    @Test
    void theRecountGoesOnBehindWhatCannotBeRead() {
        feed.send(batch(opened(3)));
        feed.send(batch(opened(4)));
        database.jdbc()
                .sql("UPDATE register_batch SET jws = ? WHERE sequence_no = 1")
                .param(pen.sign("{\"alg\":\"EdDSA\",\"kid\":\"key-1\"}", "{}"))
                .update();
        LedgerAudit.Report report = feed.audit.verify(done -> {});
        assertThat(report.batches()).isEqualTo(2);
        assertThat(report.faults()).anySatisfy(fault -> assertThat(fault).contains("batch 1", "cannot be read"));
    }

    @Test
    void whatWasReleasedIsCountedAnewThoughItsVillageHasGone() {
        feed.send(batch(event(UUID.randomUUID(), AT, 424_242, "NO_ID", "OPENED", 6)));
        feed.desk.release(
                feed.desk.listWaiting().get(0).id(), Map.of("siruta", IntNode.valueOf(SmallCounty.FAR)), "planner");
        Territory county = SmallCounty.territory();
        Feed later = Feed.resume(
                database,
                new Territory(
                        county.county(),
                        county.listUats(),
                        county.listLocalities().stream()
                                .filter(place -> place.siruta() != SmallCounty.FAR)
                                .toList(),
                        county.listSites(),
                        county.listOffices()));
        assertThat(later.audit.verify(done -> {}).isClean()).isTrue();
    }

    @Test
    void theRecountFindsATouchedLedger() {
        feed.send(batch(opened(3)));
        feed.send(batch(opened(4)));
        database.jdbc()
                .sql(
                        "UPDATE register_batch SET jws = (SELECT jws FROM register_batch WHERE sequence_no = 2) WHERE sequence_no = 1")
                .update();
        assertThat(feed.audit.verify(done -> {}).faults()).isNotEmpty();
    }

    @Test
    void theRecountFindsABatchUnderAnotherOfficesKey() {
        feed.send(batch(opened(3)));
        assertThat(feed.audit.verify(done -> {}).faults()).isEmpty();
        database.jdbc()
                .sql("UPDATE register_key SET office = 'SPCLEP-ELSEWHERE'")
                .update();
        assertThat(feed.audit.verify(done -> {}).faults()).hasSize(1);
        database.jdbc()
                .sql("UPDATE register_batch SET office = 'SPCLEP-ELSEWHERE'")
                .update();
        assertThat(feed.audit.verify(done -> {}).faults())
                .singleElement()
                .asString()
                .contains("another office's");
    }

    @Test
    void theStatusTellsHowFarAnOfficeIs() {
        feed.send(batch(opened(1), event(UUID.randomUUID(), AT, 1, "NO_ID", "OPENED", 1)));
        assertThat(feed.offices.listStatus().get(0)).satisfies(status -> {
            assertThat(status.lastSequence()).isEqualTo(1);
            assertThat(status.completeTo()).isEqualTo(Feed.NOON);
            assertThat(status.waiting()).isEqualTo(1);
        });
    }
}
