package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class GroupListTests {
    private static final Instant NOW = Instant.parse("2027-01-15T10:00:00Z");

    private final TestDatabase database;
    private final GroupListStore store;
    private final GroupList list;

    GroupListTests(TestDatabase database) {
        this.database = database;
        this.store = new GroupListStore(database.jdbc());
        this.list = new GroupList(store, Clock.fixed(NOW, ZoneOffset.UTC), " setare@cluj.ro ");
    }

    @BeforeEach
    void nothingSet() {
        database.jdbc().sql("DELETE FROM group_list").update();
    }

    @Test
    void theSettingHoldsUntilSomebodySaysOtherwise() {
        assertThat(list.find()).contains("setare@cluj.ro");
        list.set("grup@cluj.ro", 0, "admin");
        assertThat(list.find()).contains("grup@cluj.ro");
        list.set("", 1, "ana");
        assertThat(list.find()).isEmpty();
        assertThat(list.list())
                .containsExactly(
                        new GroupList.Entry(2, "", NOW, "ana"), new GroupList.Entry(1, "grup@cluj.ro", NOW, "admin"));
    }

    @Test
    void theSameAgainIsNoChange() {
        list.set("grup@cluj.ro", 0, "admin");
        list.set("grup@cluj.ro", 0, "admin");
        assertThat(list.list()).hasSize(1);
    }

    @Test
    void whoSawAnOlderOneIsRefused() {
        list.set("grup@cluj.ro", 0, "admin");
        assertThatExceptionOfType(CoordinationProblem.GroupListChanged.class)
                .isThrownBy(() -> list.set("altul@cluj.ro", 0, "ana"));
        assertThat(store.insert(new GroupList.Entry(1, "altul@cluj.ro", NOW, "ana")))
                .isFalse();
        assertThat(list.find()).contains("grup@cluj.ro");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String email : new String[] {"a@b", "grup", "a@b.ro, c@d.ro", "Grup <grup@cluj.ro>"}) {
            assertThatExceptionOfType(CoordinationProblem.BadStep.class).isThrownBy(() -> list.set(email, 0, "admin"));
        }
    }
}
