package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static ro.caravana.register.support.OfficePen.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.Cell;
import ro.caravana.register.Sums;
import ro.caravana.store.LastEnd;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** What a cut has left is put right before anybody asks; where it cannot be, the next start tries again. */
@StoreTest
class SweepStoreTests {
    @TempDir
    Path folder;

    private final TestDatabase database;
    private final Feed feed;

    SweepStoreTests(TestDatabase database) {
        this.database = database;
        this.feed = new Feed(database);
    }

    @Test
    void afterACutTheSumsAreWhatTheLedgerSays() throws IOException {
        feed.send(feed.pen("key-1")
                .next(
                        Feed.NOON,
                        List.of(event(
                                UUID.randomUUID(), "2027-03-17T09:00:00Z", SmallCounty.HAMLET, "NO_ID", "OPENED", 3))));
        Map<Cell, Sums> right = feed.sums();
        database.jdbc().sql("DELETE FROM register_place_day").update();
        LastEnd cut = TestDatabase.cutOff(folder);

        LedgerAudit failing = mock(LedgerAudit.class);
        when(failing.verify(any())).thenThrow(new IllegalStateException("no disk"));
        new Sweep(failing, cut).sweep();
        assertThat(cut.isCutOff()).isTrue();
        assertThat(feed.sums()).isEmpty();

        new Sweep(feed.audit, cut).sweep();
        assertThat(feed.sums()).isEqualTo(right);
        assertThat(cut.isCutOff()).isFalse();
    }
}
