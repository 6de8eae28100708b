package ro.caravana.statistics.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import ro.caravana.statistics.ImportRequest;
import ro.caravana.statistics.Statistics;
import ro.caravana.statistics.StatisticsImports;

/** Loads the bundled sample at the first start, so that the map has something to show; real figures replace it. */
@Component
class SampleLoader implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);

    private final Statistics statistics;
    private final StatisticsImports imports;
    private final Path sample;

    /** @param sample empty: {@code samples/<county folder>-statistics.csv} beside the county folder */
    SampleLoader(
            Statistics statistics,
            StatisticsImports imports,
            @Value("${caravana.sample:}") String sample,
            @Value("${caravana.county:geodata/cluj}") Path countyFolder) {
        this.statistics = statistics;
        this.imports = imports;
        this.sample = sample.isBlank() ? beside(countyFolder) : Path.of(sample);
    }

    private static Path beside(Path countyFolder) {
        Path folder = countyFolder.toAbsolutePath().normalize();
        return folder.resolveSibling("samples").resolve(folder.getFileName() + "-statistics.csv");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (statistics.revision() > 0) {
            return;
        }
        if (!Files.isReadable(sample)) {
            log.info("No statistics yet and no sample to show: import some with ./run import statistics FILE");
            return;
        }
        String name = String.valueOf(sample.getFileName());
        imports.importFile(sample, new ImportRequest(name, Optional.empty(), Optional.of(true), false, "first start"));
    }
}
