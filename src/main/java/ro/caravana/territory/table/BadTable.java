package ro.caravana.territory.table;

/** A file that is not a table this program can read; the message says file, line and how to mend it. */
public final class BadTable extends RuntimeException {
    public BadTable(String file, long line, String reason) {
        super(file + ", line " + line + ": " + reason, null, false, false);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
