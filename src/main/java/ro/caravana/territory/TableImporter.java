package ro.caravana.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.caravana.territory.ImportOutcome.Rejection;
import ro.caravana.territory.PlaceMatch.Ambiguous;
import ro.caravana.territory.PlaceMatch.Matched;
import ro.caravana.territory.PlaceMatch.Unknown;
import ro.caravana.territory.table.BadCell;
import ro.caravana.territory.table.BadTable;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;
import ro.caravana.territory.table.TableFile;

/** An import row by row: rows that cannot be used are rejected, the others change the county in one transaction. */
abstract class TableImporter implements Importer {
    private static final Logger log = LoggerFactory.getLogger(TableImporter.class);

    /** Headers seen in Romanian tables, by the column they mean. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("cod_siruta", "siruta"),
            Map.entry("cod siruta", "siruta"),
            Map.entry("nume", "name"),
            Map.entry("denumire", "name"),
            Map.entry("tip", "kind"),
            Map.entry("latitudine", "lat"),
            Map.entry("latitude", "lat"),
            Map.entry("longitudine", "lon"),
            Map.entry("longitude", "lon"),
            Map.entry("lng", "lon"),
            Map.entry("localitate", "locality"),
            Map.entry("siruta_localitate", "locality_siruta"),
            Map.entry("siruta_uat", "uat_siruta"),
            Map.entry("adresa", "address"),
            Map.entry("populatie", "population"),
            Map.entry("rampa", "wheelchair"),
            Map.entry("ramp", "wheelchair"),
            Map.entry("implicit", "default"),
            Map.entry("zi", "weekday"),
            Map.entry("ziua", "weekday"),
            Map.entry("lunile", "months"),
            Map.entry("de la", "from"),
            Map.entry("de_la", "from"),
            Map.entry("până la", "to"),
            Map.entry("pana_la", "to"),
            Map.entry("sursa", "source"));

    /** The setting that says that a table is to lose all its rows. */
    private static final String EMPTY = "empty";

    /** A table is read into memory whole. */
    static final long LARGEST_BYTES = 20L * 1024 * 1024;

    private final TerritoryRegistry registry;

    TableImporter(TerritoryRegistry registry) {
        this.registry = registry;
    }

    /** The rows' effect on a county, under construction. Single-threaded. */
    interface Change {
        /** @throws BadCell where the row cannot be used */
        void add(Row row);

        CountyData result();
    }

    /** Whether a file is the whole table: it takes the place of the one before, and one bad row leaves all as it was. */
    boolean replacesTable() {
        return false;
    }

    /** Checks the header and begins. */
    abstract Change begin(Table table, CountyData county);

    @Override
    public final ImportOutcome run(ImportOrder order) {
        Table table = read(order);
        List<Rejection> rejections = new ArrayList<>();
        List<Row> accepted = new ArrayList<>();
        if (order.dryRun()) {
            apply(table, registry.county(), accepted::add, rejections);
        } else {
            registry.change(county -> {
                CountyData changed = apply(table, county, accepted::add, rejections);
                if (!replacesTable()) {
                    return accepted.isEmpty() ? county : changed;
                }
                refuseUnlessWhole(table, rejections);
                return changed;
            });
            log.info("Import of {}: {} rows accepted, {} rejected", kind(), accepted.size(), rejections.size());
        }
        return new ImportOutcome(accepted.size(), 0, List.of(), rejections);
    }

    private static void refuseUnlessWhole(Table table, List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            throw TerritoryProblem.ImportRefused.listing(
                    table.file() + ", ",
                    rejections.stream()
                            .map(bad -> "line " + bad.row() + ", column " + bad.column() + ": " + bad.reason())
                            .toList(),
                    "The file takes the place of the whole table, so nothing was changed; mend "
                            + (rejections.size() == 1 ? "the row" : "all " + rejections.size() + " rows")
                            + " and send the whole file again.");
        }
    }

    private Table read(ImportOrder order) {
        refuseLarge(order.file());
        try {
            Table table = TableFile.read(order.fileName(), order.file()).renamed(SYNONYMS);
            if (table.rows().isEmpty() != empties(order)) {
                throw new BadTable(order.fileName(), 2, oddLength(table));
            }
            return table;
        } catch (BadTable bad) {
            throw new TerritoryProblem.FileUnreadable(bad.detail() + ".");
        }
    }

    private String oddLength(Table table) {
        if (!table.rows().isEmpty()) {
            return "the table has rows, but " + EMPTY + "=yes says that it is to have none; leave one of them out";
        }
        return "the table has a header but no rows"
                + (replacesTable()
                        ? "; the table there is keeps its rows, unless the setting " + EMPTY
                                + "=yes says that it is to have none"
                        : "");
    }

    /** A file of a header alone is more often a template that nobody has filled in than the wish to lose a table. */
    private boolean empties(ImportOrder order) {
        String wish = order.settings().getOrDefault(EMPTY, "no");
        if (!wish.equals("no") && !(wish.equals("yes") && replacesTable())) {
            throw new TerritoryProblem.SettingUnusable(
                    "The setting " + EMPTY + " must be yes or no; yes only for a kind"
                            + " of which a file takes the place of the whole table.");
        }
        return wish.equals("yes");
    }

    private static void refuseLarge(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new TerritoryProblem.FileTooLarge("Tables of places up to " + LARGEST_BYTES / (1024 * 1024)
                        + " MB are taken; a county's have less than one.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CountyData apply(Table table, CountyData county, Consumer<Row> accepted, List<Rejection> rejections) {
        Change change;
        try {
            change = begin(table, county);
        } catch (BadTable bad) {
            throw new TerritoryProblem.FileUnreadable(bad.detail() + ".");
        }
        for (Row row : table.rows()) {
            try {
                change.add(row);
                accepted.accept(row);
            } catch (BadCell bad) {
                rejections.add(new Rejection(
                        bad.row(), bad.column(), bad.value(), bad.reason(), new LinkedHashMap<>(row.values())));
            }
        }
        return change.result();
    }

    /** The locality a row names by {@code locality_siruta}, or by {@code locality} and {@code uat}. */
    static Locality locality(Row row, PlaceMatcher matcher, Territory territory) {
        PlaceQuery query = new PlaceQuery(
                row.textOrEmpty("locality_siruta"), "", row.textOrEmpty("uat"), row.textOrEmpty("locality"));
        Matched match = matched(row, matcher.match(query), "locality_siruta", "locality");
        return territory
                .findLocality(match.siruta())
                .orElseThrow(() -> row.bad("locality_siruta", "is the code of a UAT, not of a locality"));
    }

    /** The UAT a row names by {@code uat_siruta} or by {@code uat}. */
    static Uat uat(Row row, PlaceMatcher matcher, Territory territory) {
        PlaceQuery query = new PlaceQuery(row.textOrEmpty("uat_siruta"), "", row.textOrEmpty("uat"), "");
        Matched match = matched(row, matcher.match(query), "uat_siruta", "uat");
        return territory
                .findUat(match.siruta())
                .orElseThrow(() -> row.bad("uat_siruta", "is the code of a locality, not of a UAT"));
    }

    private static Matched matched(Row row, PlaceMatch match, String codeColumn, String nameColumn) {
        if (match instanceof Matched found) {
            return found;
        }
        if (match instanceof Ambiguous several) {
            throw row.bad(
                    nameColumn,
                    "is the name of " + several.candidates().size()
                            + " places; give the SIRUTA code or the UAT as well");
        }
        String column = switch (((Unknown) match).field()) {
            case SIRUTA, COUNTY -> codeColumn;
            case UAT -> "uat";
            case LOCALITY -> nameColumn;
        };
        throw row.bad(
                column,
                switch (((Unknown) match).reason()) {
                    case EMPTY -> "is empty; give a SIRUTA code or a name";
                    case NOT_A_CODE -> "is not a SIRUTA code";
                    case NO_SUCH_CODE -> "is not a SIRUTA code of this county";
                    case NO_SUCH_NAME -> "is not the name of a place of this county";
                    case OTHER_COUNTY -> "is another county";
                    case CONTRADICTION -> "does not fit the SIRUTA code beside it";
                });
    }
}
