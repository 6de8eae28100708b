package ro.caravana.territory.table;

/** A cell that cannot be used: where it stands and why. Caught by whoever reads the table, and counted or reported. */
public final class BadCell extends RuntimeException {
    private final long row;
    private final String column;
    private final String value;

    public BadCell(long row, String column, String value, String reason) {
        super(reason, null, false, false);
        this.row = row;
        this.column = column;
        this.value = value;
    }

    /** Line in the file, the header being line 1. */
    public long row() {
        return row;
    }

    public String column() {
        return column;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
