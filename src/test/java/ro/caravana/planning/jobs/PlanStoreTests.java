package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.LastChange;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.Station;
import ro.caravana.planning.jobs.PlanStore.KeyedOrder;
import ro.caravana.planning.support.Heads;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class PlanStoreTests {
    private final TestDatabase database;
    private final PlanStore store;

    PlanStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new PlanStore(database.jdbc());
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("DELETE FROM action_plan").update();
    }

    @Test
    void keepsAnOrderAndItsInstance() {
        PlanHead ordered = Heads.queued("a", Heads.NOON);
        String large = "{\"ă\":\"" + "ș".repeat(3_000_000) + "\"}";
        store.insert(ordered, large);
        assertThat(store.findHead("a")).contains(ordered);
        assertThat(store.findInstance("a")).contains(large);
        assertThat(store.findSolution("a")).isEmpty();
    }

    @Test
    void keepsWhichDaysWereToBePreferred() {
        for (List<DatePreference> kinds :
                List.of(DatePreference.ALL, List.of(DatePreference.SCHOOL_TERMS), List.<DatePreference>of())) {
            empty();
            store.insert(Heads.preferring("a", Optional.of(kinds)), "{}");
            assertThat(store.findHead("a").orElseThrow().prefer()).contains(kinds);
        }
    }

    @Test
    void ofAnOlderPlanNobodyKnowsWhichDaysWereToBePreferred() {
        store.insert(Heads.preferring("a", Optional.empty()), "{}");
        assertThat(store.findHead("a").orElseThrow().prefer()).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM action_plan WHERE prefer IS NULL")
                        .query(Integer.class)
                        .single())
                .as("as rows from before the column")
                .isEqualTo(1);
    }

    @Test
    void listsTheNewestFirst() {
        store.insert(Heads.queued("old", Heads.NOON), "{}");
        store.insert(Heads.queued("new", Heads.NOON.plusSeconds(1)), "{}");
        assertThat(store.listHeads()).extracting(PlanHead::id).containsExactly("new", "old");
    }

    @Test
    void everyChangeAcceptedOrTakenBackIsTheLast() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        change(1, "PROPOSED", 10);
        change(2, "REJECTED", 20);
        assertThat(store.findLastChange("a")).isEmpty();
        change(3, "ACCEPTED", 30);
        assertThat(store.findLastChange("a")).contains(new LastChange(Heads.NOON.plusSeconds(30), 1));
        change(4, "ACCEPTED", 31);
        assertThat(store.findLastChange("a")).contains(new LastChange(Heads.NOON.plusSeconds(31), 2));
        database.jdbc()
                .sql("UPDATE plan_change SET state = 'UNDONE' WHERE number = 4")
                .update();
        assertThat(store.findLastChange("a")).contains(new LastChange(Heads.NOON.plusSeconds(31), 3));
    }

    private void change(int number, String state, int seconds) {
        database.jdbc()
                .sql("""
                        INSERT INTO plan_change (plan_id, number, kind, state, made_at, made_by, decided_at, base_revision, facts,
                               diff, before_solution, before_summary, after_solution, after_summary)
                        VALUES ('a', ?, 'MOVE', ?, ?, 'planner', ?, 1, '[]', '{}', '', '', '', '')
                        """)
                .params(
                        number,
                        state,
                        Heads.NOON.atOffset(ZoneOffset.UTC),
                        Heads.NOON.plusSeconds(seconds).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void aPlanChangesOnlyFromTheStatusOneSaw() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        assertThat(store.change("a", PlanStatus.PAUSED, PlanStatus.QUEUED)).isFalse();
        assertThat(store.change("a", PlanStatus.QUEUED, PlanStatus.PAUSED)).isTrue();
        PlanHead paused = store.findHead("a").orElseThrow();
        assertThat(paused.status()).isEqualTo(PlanStatus.PAUSED);
        assertThat(paused.revision()).isEqualTo(2);
    }

    @Test
    void onlyASolvingPlanTakesAWish() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        assertThat(store.wish("a", Wish.PAUSE)).isFalse();
    }

    @Test
    void deletingAPlanTakesItsDocumentsAndKeysAlong() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        store.insertStart("a", "{}");
        store.insertKey("planner", "key", new KeyedOrder("hash", "a"));
        assertThat(store.delete("a")).isTrue();
        assertThat(store.delete("a")).isFalse();
        assertThat(store.findInstance("a")).isEmpty();
        assertThat(store.findSolution("a")).isEmpty();
        assertThat(store.findKeyedOrder("planner", "key")).isEmpty();
    }

    @Test
    void aKeyBelongsToOneOrderOfOneAccount() {
        store.insert(Heads.queued("a", Heads.NOON), "{}");
        store.insertKey("planner", "key", new KeyedOrder("hash", "a"));
        assertThat(store.findKeyedOrder("planner", "key")).contains(new KeyedOrder("hash", "a"));
        assertThat(store.findKeyedOrder("other", "key")).isEmpty();
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> store.insertKey("planner", "key", new KeyedOrder("other", "a")));
    }

    @Test
    void everyCountyHasStationOneAtItsDirectorate() {
        assertThat(new StationStore(database.jdbc()).listStations())
                .singleElement()
                .satisfies(station -> {
                    assertThat(station.id()).isEqualTo("station-1");
                    assertThat(station.name()).isEqualTo("Stația 1");
                    assertThat(station.baseSite()).isEqualTo("base");
                    assertThat(station.weekdays()).hasSize(5);
                })
                .extracting(Station::capacityPersons)
                .isEqualTo(60);
    }
}
