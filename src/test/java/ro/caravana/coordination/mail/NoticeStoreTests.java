package ro.caravana.coordination.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Partner;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

@StoreTest
class NoticeStoreTests {
    private static final Instant NOW = Instant.parse("2027-02-01T08:00:00Z");
    private static final String VISIT = "notice.v1";

    private final TestDatabase database;
    private final NoticeStore store;

    NoticeStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new NoticeStore(database.jdbc());
    }

    @BeforeEach
    void aVisit() {
        database.jdbc().sql("DELETE FROM appointment").update();
        database.jdbc().sql("""
                        INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                            site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                        VALUES (?, 'notice', 'v1', 'station-1', 'CAPTURE', 1, 1, 'Mociu', 'Mociu', 's', 'Primăria', 40,
                            DATE '2027-03-17', 32820, 45780, 'ANNOUNCED', 4,
                            TIMESTAMP WITH TIME ZONE '2027-02-01 10:00:00+00')
                        """).param(VISIT).update();
    }

    private PartnerNotice put(MailKind kind, long version) {
        store.put(VISIT, Partner.MAYOR, kind, version, NOW);
        return store.listOpen().stream()
                .filter(notice -> notice.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameIsPutOnceAndToldOnce() {
        PartnerNotice notice = put(MailKind.ROOM, 2);
        assertThat(put(MailKind.ROOM, 2)).isEqualTo(notice);
        assertThat(store.listOpen()).hasSize(1);
        assertThat(store.tell(notice.id(), NOW, "ana")).isTrue();
        assertThat(store.tell(notice.id(), NOW, "ion")).isFalse();
        assertThat(store.listOpen()).isEmpty();
        assertThat(store.exists(notice.id())).isTrue();
        assertThat(store.exists("none")).isFalse();
        assertThat(database.jdbc()
                        .sql("SELECT told_by FROM partner_notice")
                        .query(String.class)
                        .single())
                .isEqualTo("ana");
    }

    @Test
    void whatWasOvertakenIsNotToldAndWhatWasToldIsNotOvertaken() {
        PartnerNotice moved = put(MailKind.MOVED, 4);
        store.overtake(VISIT, Partner.POLICE, MailKind.MOVED, 5);
        store.overtake(VISIT, Partner.MAYOR, MailKind.MOVED, 4);
        store.overtake(VISIT, Partner.MAYOR, MailKind.CANCELLED, 5);
        assertThat(store.listOpen()).as("another partner's, itself, other news").hasSize(1);
        store.overtake(VISIT, Partner.MAYOR, MailKind.MOVED, 5);
        assertThat(store.tell(moved.id(), NOW, "ana")).isFalse();
        PartnerNotice room = put(MailKind.ROOM, 1);
        store.tell(room.id(), NOW, "ana");
        store.overtake(VISIT, Partner.MAYOR, MailKind.ROOM, 2);
        assertThat(database.jdbc()
                        .sql("SELECT state FROM partner_notice ORDER BY state")
                        .query(String.class)
                        .list())
                .containsExactly("OVERTAKEN", "TOLD");
    }

    @Test
    void itsLetterKeepsItsNumber() {
        String id = put(MailKind.CANCELLED, 5).id();
        NoticeStore.Entry entry = new NoticeStore.Entry(7, LocalDate.of(2027, 2, 1));
        database.transactions().executeWithoutResult(ignored -> {
            assertThat(store.lockEntry(id)).isEmpty();
            store.register(id, entry);
        });
        database.transactions()
                .executeWithoutResult(ignored -> assertThat(store.lockEntry(id)).contains(entry));
    }
}
