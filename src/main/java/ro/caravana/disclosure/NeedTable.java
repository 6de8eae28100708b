package ro.caravana.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedNeedMap.Cell;
import ro.caravana.need.NeedMap;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * The need of a county as one table with all its sums: categories add up to a place's total; localities to their UAT, UATs to the
 * county, in each category and in all.
 */
final class NeedTable {
    private final NeedMap needs;
    private final FigureTable<Cell> table = new FigureTable<>();
    private final Set<Cell> cells = new HashSet<>();

    private NeedTable(NeedMap needs) {
        this.needs = needs;
    }

    static FigureTable<Cell> of(NeedMap needs, Territory territory) {
        NeedTable builder = new NeedTable(needs);
        builder.addFigures();
        builder.addCategorySums();
        builder.addPlaceSums(territory, null);
        for (CaseCategory category : CaseCategory.values()) {
            builder.addPlaceSums(territory, category);
        }
        return builder.table;
    }

    private void addFigures() {
        add(
                Cell.county(null),
                needs.countyTotal().mean(),
                needs.countyTotal().low(),
                needs.countyTotal().high());
        needs.countyCategories()
                .forEach((category, figure) -> add(Cell.county(category), figure.mean(), figure.low(), figure.high()));
        needs.totals()
                .forEach(total ->
                        add(new Cell(total.level(), total.siruta(), null), total.mean(), total.low(), total.high()));
        needs.needs()
                .forEach(need -> add(
                        new Cell(need.level(), need.siruta(), need.category()), need.mean(), need.low(), need.high()));
    }

    private void add(Cell cell, double mean, double low, double high) {
        table.estimate(cell, mean, low, high);
        cells.add(cell);
    }

    private void addCategorySums() {
        List<Cell> totals =
                cells.stream().filter(cell -> cell.category() == null).toList();
        for (Cell total : totals) {
            List<Cell> parts = new ArrayList<>();
            for (CaseCategory category : CaseCategory.values()) {
                parts.add(new Cell(total.level(), total.siruta(), category));
            }
            sum(total, parts);
        }
    }

    private void addPlaceSums(Territory territory, @Nullable CaseCategory category) {
        List<Cell> uats = new ArrayList<>();
        for (Uat uat : territory.listUats()) {
            Cell whole = new Cell(Level.UAT, uat.siruta(), category);
            uats.add(whole);
            List<Cell> localities = new ArrayList<>();
            for (Locality locality : territory.listLocalities(uat.siruta())) {
                localities.add(new Cell(Level.LOCALITY, locality.siruta(), category));
            }
            sum(whole, localities);
        }
        sum(Cell.county(category), uats);
    }

    /** Only what is there can be added up. */
    private void sum(Cell total, List<Cell> parts) {
        if (cells.contains(total)) {
            table.sum(total, parts.stream().filter(cells::contains).toList());
        }
    }
}
