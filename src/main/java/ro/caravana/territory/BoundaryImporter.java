package ro.caravana.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ro.caravana.geo.MapFile;

/** Takes over official UAT boundaries. Settings: {@code source}, {@code date}, {@code tolerance} (metres). */
@Component
class BoundaryImporter implements Importer {
    private static final Logger log = LoggerFactory.getLogger(BoundaryImporter.class);
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final double WIDEST_TOLERANCE_METRES = 500;
    private static final int LONGEST_SOURCE = 300;

    private final TerritoryRegistry registry;
    private final Clock clock;

    BoundaryImporter(TerritoryRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "boundaries";
    }

    @Override
    public ImportOutcome run(ImportOrder order) {
        LocalDate date = date(order);
        OfficialBoundaries.Result result =
                OfficialBoundaries.of(MapFile.read(order.file()), registry.current(), toleranceMetres(order));
        Boundaries boundaries = new Boundaries(result.byUat(), false, source(order), date);
        if (!order.dryRun()) {
            registry.change(county -> county.withBoundaries(boundaries));
            log.info("Boundaries of {} UATs imported", boundaries.byUat().size());
        }
        return new ImportOutcome(boundaries.byUat().size(), result.ignored(), result.notes(), List.of());
    }

    private static String source(ImportOrder order) {
        String source = order.settings().getOrDefault("source", order.fileName());
        return source.substring(0, Math.min(LONGEST_SOURCE, source.length()));
    }

    private LocalDate date(ImportOrder order) {
        try {
            String date = order.settings().get("date");
            return date == null ? LocalDate.now(clock.withZone(BUCHAREST)) : LocalDate.parse(date);
        } catch (DateTimeParseException notADate) {
            throw new TerritoryProblem.SettingUnusable("The setting date must be a day such as 2027-01-01.");
        }
    }

    private static double toleranceMetres(ImportOrder order) {
        try {
            String tolerance = order.settings().get("tolerance");
            double metres =
                    tolerance == null ? OfficialBoundaries.USUAL_TOLERANCE_METRES : Double.parseDouble(tolerance);
            if (metres >= 0 && metres <= WIDEST_TOLERANCE_METRES) {
                return metres;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, as is a number out of range
        }
        throw new TerritoryProblem.SettingUnusable("The setting tolerance must be a number of metres from 0 to 500.");
    }
}
