package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ro.caravana.support.CaravanaTest;

@CaravanaTest
class NeedsTests {
    @Autowired
    private Needs needs;

    @Test
    void theBundledCountyHasAnEstimateForEveryPlaceAndCategory() {
        NeedMap map = needs.current().orElseThrow();
        assertThat(map.synthetic()).isTrue();
        assertThat(map.needs()).hasSize((81 + 434) * 7);
        assertThat(map.totals()).hasSize(81 + 434);
        assertThat(map.countyTotal().mean()).isBetween(21_000.0, 22_500.0);
    }

    @Test
    void theSameRevisionsGiveTheSameMap() {
        assertThat(needs.current().orElseThrow()).isSameAs(needs.current().orElseThrow());
    }
}
