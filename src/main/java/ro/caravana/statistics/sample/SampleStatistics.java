package ro.caravana.statistics.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Residents;
import ro.caravana.territory.Territory;

/**
 * Makes up the statistics of a county. The model is described in {@code geodata/samples/README.md}; the same county gives the same
 * bytes on every machine.
 */
public final class SampleStatistics {
    static final long SEED = 1918;
    /** A day that has passed: nobody has counted the people of next December. */
    private static final String PERIOD = "2026-09-30";
    /** The most and the least burdened village of a UAT differ by at most this factor. */
    private static final double VILLAGE_RATIO = 3;

    private final Territory territory;
    private final Residents residents;
    private final RateDrivers drivers;
    private final Dice dice = new Dice(SEED);
    private final Map<Integer, Double> villageFactors = new HashMap<>();

    private SampleStatistics(Territory territory, CensusTable census) {
        this.territory = territory;
        this.residents = Residents.of(territory);
        this.drivers = new RateDrivers(territory, census);
        for (Locality locality : territory.listLocalities()) {
            villageFactors.put(locality.siruta(), dice.factorOfAtMost(VILLAGE_RATIO));
        }
    }

    /** @param countyFolder where {@code census.csv} is, if there is one */
    public static void write(Territory territory, Path countyFolder, Writer out) throws IOException {
        SampleStatistics sample = new SampleStatistics(territory, CensusTable.read(countyFolder.resolve("census.csv")));
        out.write("# SYNTHETIC: made-up figures for trying the software; the model is in README.md.\n");
        out.write("# SINTETIC: cifre inventate pentru probarea programului; modelul este descris în README.md.\n");
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord("siruta", "uat", "locality", "category", "age_band", "sex", "period", "count");
            CategoryModel.ALL.forEach(model -> sample.writeCategory(model, csv));
        }
    }

    private void writeCategory(CategoryModel model, CsvWriter csv) {
        double[] weights = territory.listLocalities().stream()
                .mapToDouble(locality -> weight(model, locality))
                .toArray();
        double sum = 0; // in this order: a stream's sum may add in another one
        for (double weight : weights) {
            sum += weight;
        }
        double expected = model.countyTotal() * residents.ofCounty() / CategoryModel.REFERENCE_RESIDENTS;
        List<Locality> localities = territory.listLocalities();
        for (int i = 0; i < weights.length; i++) {
            int cases = dice.poisson(sum > 0 ? expected * weights[i] / sum : 0);
            writeLocality(localities.get(i), model, cases, csv);
        }
    }

    private double weight(CategoryModel model, Locality locality) {
        double uatFactor = drivers.factor(model, territory.getUat(locality.uatSiruta()));
        return uatFactor
                * villageFactors.getOrDefault(locality.siruta(), 1.0)
                * residents.ofLocality(locality.siruta());
    }

    /** Each case draws its age band and its sex. */
    private void writeLocality(Locality locality, CategoryModel model, int cases, CsvWriter csv) {
        Map<String, Integer> cells = new TreeMap<>();
        for (int i = 0; i < cases; i++) {
            String sex = dice.uniform() < model.shareOfWomen() ? "F" : "M";
            cells.merge(sex + ageBand(model.ages()), 1, Integer::sum);
        }
        String uat = territory.getUat(locality.uatSiruta()).name();
        cells.forEach((cell, count) -> csv.writeRecord(
                String.valueOf(locality.siruta()),
                uat,
                locality.name(),
                model.category().name(),
                cell.substring(1),
                cell.substring(0, 1),
                PERIOD,
                String.valueOf(count)));
    }

    private String ageBand(List<CategoryModel.Age> ages) {
        double left = dice.uniform();
        for (CategoryModel.Age age : ages) {
            left -= age.weight();
            if (left < 0) {
                return age.band();
            }
        }
        return ages.get(ages.size() - 1).band();
    }
}
