package ro.caravana.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.BundledCounty;

/** Write the sample anew after a change of the model: {@code mvn test -Dtest=SampleStatisticsTests -Dcaravana.sample.write=true}. */
class SampleStatisticsTests {
    private static final Path SAMPLE = Path.of("geodata/samples/cluj-statistics.csv");

    @Test
    @EnabledIfSystemProperty(named = "caravana.sample.write", matches = "true")
    void writeTheSampleAnew() throws IOException {
        Files.writeString(SAMPLE, generate());
    }

    @Test
    void theModelGivesTheBundledFileByteForByte() throws IOException {
        assertThat(generate()).isEqualTo(Files.readString(SAMPLE));
    }

    @Test
    void theFileSaysThatItIsSynthetic() throws IOException {
        assertThat(Files.readAllLines(SAMPLE).get(0)).startsWith("# SYNTHETIC");
        assertThat(Files.readAllLines(SAMPLE).get(1)).startsWith("# SINTETIC");
    }

    @Test
    void countyTotalsLieWithinFourStandardDeviationsOfTheirModel() throws IOException {
        Map<CaseCategory, Integer> totals = new EnumMap<>(CaseCategory.class);
        Files.readAllLines(SAMPLE).stream()
                .skip(3)
                .map(line -> line.split(","))
                .forEach(
                        cells -> totals.merge(CaseCategory.valueOf(cells[3]), Integer.valueOf(cells[7]), Integer::sum));
        assertThat(totals).hasSize(CaseCategory.values().length);
        for (CategoryModel model : CategoryModel.ALL) {
            double tolerance = 4 * Math.sqrt(model.countyTotal());
            assertThat(totals.get(model.category()).doubleValue())
                    .as(model.category().name())
                    .isBetween(model.countyTotal() - tolerance, model.countyTotal() + tolerance);
        }
    }

    private String generate() throws IOException {
        StringWriter text = new StringWriter();
        SampleStatistics.write(BundledCounty.territory(), BundledCounty.FOLDER, text);
        return text.toString();
    }
}
