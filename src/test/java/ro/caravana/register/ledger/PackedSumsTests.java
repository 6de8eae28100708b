package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.register.Kind;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;

class PackedSumsTests {
    private static final Kind ONE = new Kind(CaseCategory.NO_ID, "14-17", "F");
    private static final Kind OTHER = new Kind(CaseCategory.EXPIRED_ID, "", "");

    @Test
    void everySumComesBackAndNothingIsLeftOut() {
        Map<Kind, Sums> sums = new LinkedHashMap<>();
        sums.put(ONE, new Sums(1, -2, Long.MAX_VALUE));
        sums.put(OTHER, new Sums(4, 5, 6));
        sums.put(new Kind(CaseCategory.NO_ID, "", "M"), Sums.NONE);
        Map<Kind, Sums> back = PackedSums.unpack(PackedSums.pack(sums));
        assertThat(back).containsOnlyKeys(ONE, OTHER).containsEntry(ONE, sums.get(ONE));
    }

    @Test
    void theSameSumsGiveTheSameBytes() {
        Map<Kind, Sums> forwards = new LinkedHashMap<>();
        forwards.put(ONE, new Sums(1, 2, 3));
        forwards.put(OTHER, new Sums(4, 5, 6));
        Map<Kind, Sums> backwards = new LinkedHashMap<>();
        backwards.put(OTHER, new Sums(4, 5, 6));
        backwards.put(ONE, new Sums(1, 2, 3));
        assertThat(PackedSums.pack(forwards)).isEqualTo(PackedSums.pack(backwards));
    }

    @Test
    void anotherVersionIsNotGuessed() {
        byte[] packed = PackedSums.pack(Map.of());
        packed[0] = 9;
        assertThatIllegalStateException().isThrownBy(() -> PackedSums.unpack(packed));
    }
}
