package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ro.caravana.geo.Position;

class ResidentsTests {
    private static final int UAT = 100;
    private static final Position SOMEWHERE = new Position(46.5, 23.5);

    @Test
    void oldFiguresAreScaledToTheNewCensus() {
        Residents residents = residents(3_000, 1_000, 500);
        assertThat(residents.ofLocality(1)).isEqualTo(2_000);
        assertThat(residents.ofLocality(2)).isEqualTo(1_000);
        assertThat(residents.ofUat(UAT)).isEqualTo(3_000);
        assertThat(residents.ofCounty()).isEqualTo(3_000);
    }

    @Test
    void aMissingFigureTakesWhatTheKnownOnesLeave() {
        assertThat(residents(2_000, 1_000, -1).ofLocality(2)).isEqualTo(1_000);
    }

    @Test
    void aMissingFigureIsAtLeastTheMedianOfTheKnown() {
        Residents residents = residents(1_200, 1_000, 500, -1);
        assertThat(residents.ofLocality(3)).isEqualTo(400);
        assertThat(residents.ofLocality(1) + residents.ofLocality(2) + residents.ofLocality(3))
                .isEqualTo(1_200);
    }

    @Test
    void withoutAnyOldFigureLocalitiesShareAlike() {
        Residents residents = residents(10, -1, -1, -1);
        assertThat(List.of(residents.ofLocality(1), residents.ofLocality(2), residents.ofLocality(3)))
                .containsExactly(4, 3, 3);
    }

    @Test
    void withoutTheNewCensusTheOldFiguresStand() {
        Residents residents = residents(0, 70, -1);
        assertThat(residents.ofLocality(1)).isEqualTo(70);
        assertThat(residents.ofUat(UAT)).isEqualTo(140);
    }

    @Test
    void nobodyKnownIsNobodyThere() {
        assertThat(residents(0, -1).ofUat(UAT)).isZero();
        assertThat(residents(500).ofUat(UAT)).isEqualTo(500);
        assertThat(residents(500).ofLocality(9)).isZero();
    }

    /** @param old figures of the localities 1, 2, …; −1 for none */
    private static Residents residents(int population, int... old) {
        Uat uat = new Uat(UAT, "U", Uat.Type.COMMUNE, 1, SOMEWHERE, population, "", "");
        List<Locality> localities = new ArrayList<>();
        for (int i = 0; i < old.length; i++) {
            OptionalInt known = old[i] < 0 ? OptionalInt.empty() : OptionalInt.of(old[i]);
            localities.add(new Locality(i + 1, "L", UAT, 23, SOMEWHERE, "", known));
        }
        return Residents.of(new Territory("C", List.of(uat), localities, List.of(), List.of()));
    }
}
