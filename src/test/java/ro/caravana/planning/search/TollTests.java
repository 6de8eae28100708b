package ro.caravana.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TollTests {
    private static Toll after(int trials, int missingInOneOf) {
        Toll toll = new Toll(1000);
        for (int i = 0; i < trials; i++) {
            toll.note(i % missingInOneOf == 0 ? 2 : 0);
        }
        return toll;
    }

    @Test
    void eachVisitMissingCostsThePrice() {
        assertThat(new Toll(1000).of(2)).isEqualTo(2000);
        assertThat(new Toll(1000).of(-1)).isEqualTo(-1000);
    }

    @Test
    void aPlanShortTooOftenMakesItDearer() {
        assertThat(after(200, 4).price()).isGreaterThan(1000);
    }

    @Test
    void aPlanShortOfASeldomVisitMakesItCheaper() {
        assertThat(after(200, 5).price()).as("a fifth of the time is meant").isLessThan(1000);
    }

    @Test
    void thePriceNeverVanishes() {
        assertThat(after(200_000, 1_000_000).price()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void whoIsLostGoesBack() {
        Toll toll = after(1999, 1);
        assertThat(toll.isLost()).isFalse();
        toll.note(1);
        assertThat(toll.isLost()).isTrue();
        toll.forgetSpell();
        assertThat(toll.isLost()).isFalse();
    }

    @Test
    void onePlanThatServesEverybodyEndsTheSpell() {
        Toll toll = after(1999, 1);
        toll.note(0);
        toll.note(1);
        assertThat(toll.isLost()).isFalse();
    }
}
