package ro.caravana.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.caravana.need.NeedMap;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/**
 * The need of the county as one kind of viewer may see it: every figure of every place from one table, so that what one screen
 * hides does not follow from what another shows. Immutable, thread-safe.
 */
public final class PublishedNeedMap {
    private final NeedMap origin;
    private final PublishedTable<Cell> table;
    private final String version;

    PublishedNeedMap(NeedMap origin, PublishedTable<Cell> table, String version) {
        this.origin = origin;
        this.table = table;
        this.version = version;
    }

    /**
     * A figure of the table.
     *
     * @param level null for the county
     * @param siruta 0 for the county
     * @param category null for all categories together
     */
    record Cell(@Nullable Level level, int siruta, @Nullable CaseCategory category) {
        static Cell county(@Nullable CaseCategory category) {
            return new Cell(null, 0, category);
        }
    }

    /** The day the statistics speak of. */
    public LocalDate asOf() {
        return origin.asOf();
    }

    /** Short name of the estimator. */
    public String method() {
        return origin.method();
    }

    /** Where the statistics come from. */
    public String source() {
        return origin.source();
    }

    /** Whether the statistics are the made-up sample. */
    public boolean synthetic() {
        return origin.synthetic();
    }

    /** Stands for the content: equal versions, equal figures. */
    public String version() {
        return version;
    }

    /** The whole county, all categories. */
    public PublishedEstimate county() {
        return table.getEstimate(Cell.county(null));
    }

    /** The whole county; empty where nobody reported the category. */
    public Optional<PublishedEstimate> findCounty(CaseCategory category) {
        return table.findEstimate(Cell.county(category));
    }

    /** A place, all categories; empty where there is no figure, which is not zero. */
    public Optional<PublishedEstimate> find(Level level, int siruta) {
        return table.findEstimate(new Cell(level, siruta, null));
    }

    /** A place and a category; empty where there is no figure, which is not zero. */
    public Optional<PublishedEstimate> find(Level level, int siruta, CaseCategory category) {
        return table.findEstimate(new Cell(level, siruta, category));
    }
}
