package ro.caravana.planning.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.support.Heads;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** Solves that price a rule stand in the queue with the plans, behind them, and in no list. */
@StoreTest
class PriceQueueTests {
    private final TestDatabase database;
    private final PlanStore store;
    private final PlanQueueStore queue;

    PriceQueueTests(TestDatabase database) {
        this.database = database;
        this.store = new PlanStore(database.jdbc());
        this.queue = new PlanQueueStore(database.jdbc());
    }

    @BeforeEach
    void aPlanWithOnePrice() {
        database.jdbc().sql("DELETE FROM action_plan").update();
        store.insert(Heads.queued("plan", Heads.NOON), "{}");
        store.insert(Heads.queued("price", Heads.NOON), "{\"of\":\"price\"}");
        mark("price", "notice");
    }

    private void mark(String id, String rule) {
        database.jdbc()
                .sql(
                        "INSERT INTO plan_price (plan_id, priced_plan, rule, place, priced_revision) VALUES (:id, 'plan', :rule, 1, 1)")
                .param("id", id)
                .param("rule", rule)
                .update();
    }

    @Test
    void itIsInNoList() {
        assertThat(store.listHeads()).extracting(PlanHead::id).containsExactly("plan");
    }

    @Test
    void aPlanGoesFirstHoweverLateItCame() {
        store.insert(Heads.queued("later", Heads.NOON.plusSeconds(9)), "{}");
        assertThat(queue.claim("n", 60)).contains("plan");
        assertThat(queue.claim("n", 60)).contains("later");
        assertThat(queue.claim("n", 60)).contains("price");
    }

    @Test
    void itsDocumentsGoWhenItIsOverAndNoOthers() {
        queue.claim("n", 60);
        queue.claim("n", 60);
        queue.release("price", "n", PlanStatus.QUEUED, 1, Optional.empty());
        assertThat(store.findInstance("price")).isPresent();
        queue.claim("n", 60);
        queue.release("price", "n", PlanStatus.FINISHED, 1, Optional.empty());
        queue.release("plan", "n", PlanStatus.FINISHED, 1, Optional.empty());
        assertThat(store.findInstance("price")).isEmpty();
        assertThat(store.findHead("price")).isPresent();
        assertThat(store.findInstance("plan")).isPresent();
    }

    @Test
    void aRuleHasOnePrice() {
        store.insert(Heads.queued("twice", Heads.NOON), "{}");
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> mark("twice", "notice"));
    }

    @Test
    void itGoesWithItsPlan() {
        assertThat(store.delete("plan")).isTrue();
        assertThat(store.findHead("price")).isEmpty();
    }
}
