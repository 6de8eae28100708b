package ro.caravana.need.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarshallBayesTests {
    /** Worked by hand: rates 0.01, 0.05, 0.0133… around 0.025. */
    private static final double[] EVENTS = {1, 10, 4};

    private static final double[] POPULATIONS = {100, 200, 300};

    @Test
    void threeAreasByHand() {
        MarshallBayes.Prior prior = MarshallBayes.prior(EVENTS, POPULATIONS);
        assertThat(prior.mean()).isCloseTo(0.025, within(1e-15));
        assertThat(prior.variance()).isCloseTo(0.113333333333333 / 600, within(1e-12));
        assertThat(MarshallBayes.global(EVENTS, POPULATIONS))
                .containsExactly(new double[] {0.0185443038, 0.0400442478, 0.0169047619}, within(1e-9));
    }

    /** Ashe and Alleghany with the prior that spdep and PySAL publish for North Carolina's sudden infant deaths 1974–78. */
    @Test
    void twoCountiesOfNorthCarolina() {
        MarshallBayes.Prior prior = new MarshallBayes.Prior(0.0020214449, 7.6929306e-07);
        assertThat(prior.shrink(1, 1091)).isCloseTo(0.00169729733, within(1e-10));
        assertThat(prior.shrink(0, 487)).isCloseTo(0.00170537768, within(1e-10));
    }

    @Test
    void allCountiesOfNorthCarolina() throws IOException {
        Path file = Path.of("../shared/benchmarks/statistics/nc-sids.csv");
        assumeTrue(
                Files.exists(file),
                "needs ../shared/benchmarks/statistics/nc-sids.csv, which is not part of the project");
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows = csv.stream().toList();
        }
        double[] events = column(rows, "sids74");
        double[] births = column(rows, "births74");
        assertThat(MarshallBayes.prior(events, births).mean()).isCloseTo(0.0020214449, within(5e-11));
        assertThat(MarshallBayes.prior(events, births).variance()).isCloseTo(7.6929306e-07, within(5e-15));
        assertThat(MarshallBayes.global(events, births))
                .containsExactly(column(rows, "eb_global_rate74"), within(1e-12));
    }

    @Test
    void areasThatDifferNoMoreThanChanceAllGetTheMean() {
        double[] rates = MarshallBayes.global(new double[] {2, 2, 2}, new double[] {100, 100, 100});
        assertThat(rates).containsOnly(0.02);
    }

    @Test
    void anEmptyAreaGetsTheMean() {
        assertThat(MarshallBayes.global(new double[] {1, 10, 0}, new double[] {100, 200, 0})[2])
                .isCloseTo(11 / 300.0, within(1e-15));
    }

    @Test
    void withEverybodyANeighbourTheLocalRatesAreTheGlobalOnes() {
        List<int[]> everybody = List.of(new int[] {1, 2}, new int[] {0, 2}, new int[] {0, 1});
        double[] local = MarshallBayes.local(EVENTS, POPULATIONS, everybody);
        assertThat(local).containsExactly(MarshallBayes.global(EVENTS, POPULATIONS), within(1e-15));
    }

    @Test
    void anAreaWithoutNeighboursKeepsItsOwnRate() {
        List<int[]> islands = List.of(new int[0], new int[0], new int[0]);
        assertThat(MarshallBayes.local(EVENTS, POPULATIONS, islands)[1]).isCloseTo(0.05, within(1e-15));
    }

    private static double[] column(List<NamedCsvRecord> rows, String name) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField(name)))
                .toArray();
    }
}
