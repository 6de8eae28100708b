package ro.caravana.documents.sheet;

import java.util.List;

/** The columns of the action graphic as a table for programs; XLSX and CSV have the same. */
final class VisitColumns {
    /** Message key and width in characters, in order. */
    static final List<Column> ALL = List.of(
            new Column("column-number", 6),
            new Column("column-date", 12),
            new Column("column-weekday", 11),
            new Column("column-start", 9),
            new Column("column-end", 9),
            new Column("column-uat", 22),
            new Column("column-locality", 24),
            new Column("column-venue", 44),
            new Column("column-action", 18),
            new Column("column-persons-full", 11),
            new Column("column-station", 12),
            new Column("column-team", 14),
            new Column("column-mayor", 14),
            new Column("column-police", 14),
            new Column("column-state", 22),
            new Column("column-remarks", 24),
            new Column("column-visit", 22),
            new Column("about-kind", 24));

    private VisitColumns() {}

    record Column(String key, int width) {}
}
