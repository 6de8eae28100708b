package ro.caravana.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.register.batch.Batch;
import ro.caravana.register.batch.BatchReader;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.ledger.BatchIntake;

class MadeUpOfficeTests {
    private static final Instant NOW = Instant.parse("2027-03-18T10:00:00Z");

    private final MadeUpOffice office = new MadeUpOffice("SPCLEP-TOWN", List.of(1001, 2001), 7);

    @Test
    void signsBatchesThatFollowEachOther() {
        byte[] first = office.next(3, NOW);
        CompactJws second = CompactJws.of(office.next(3, NOW)).orElseThrow();
        assertThat(Signature.findKid(second)).contains(office.kid());
        assertThat(Signature.holds(second, office.x())).isTrue();
        Batch batch = BatchReader.read(second.payload());
        assertThat(batch.sequence()).isEqualTo(2);
        assertThat(batch.previous()).isEqualTo(BatchIntake.hash(first));
    }

    @Test
    void everyEventIsUsable() {
        Batch batch = read(office);
        EventReader reader = new EventReader(siruta -> siruta == 1001 || siruta == 2001);
        assertThat(batch.events())
                .hasSize(500)
                .allSatisfy(event -> assertThat(reader.read(event, NOW)).isInstanceOf(EventReader.Usable.class));
    }

    @Test
    void theSameSeedMakesTheSameEvents() {
        Batch again = read(new MadeUpOffice("SPCLEP-TOWN", List.of(1001, 2001), 7));
        Batch other = read(new MadeUpOffice("SPCLEP-TOWN", List.of(1001, 2001), 8));
        assertThat(read(office).events()).isEqualTo(again.events()).isNotEqualTo(other.events());
    }

    private static Batch read(MadeUpOffice office) {
        return BatchReader.read(
                CompactJws.of(office.next(500, NOW)).orElseThrow().payload());
    }
}
