package ro.caravana.planning.instance;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A square matrix of non-negative whole numbers; the diagonal must be 0. Reads straight from the tree: matrices are large. */
final class MatrixReader {
    private static final int MOST = 100_000_000; // more seconds or metres than any drive; keeps sums within an int

    private MatrixReader() {}

    static int[][] read(Cursor at, int size) {
        JsonNode node = at.node();
        if (node == null) {
            at.fault("is missing");
            return new int[0][];
        }
        if (!node.isArray() || node.size() != size) {
            at.fault("must be an array of " + size + " rows, one for each of travel's sites");
            return new int[0][];
        }
        AtomicInteger row = new AtomicInteger();
        return at.list(line -> row(line, row.getAndIncrement(), size)).toArray(new int[0][]);
    }

    private static int[] row(Cursor at, int row, int size) {
        JsonNode node = at.node();
        int[] values = new int[size];
        if (node == null || !node.isArray() || node.size() != size) {
            at.fault("must be an array of " + size + " numbers: the matrix is square");
            return values;
        }
        int column = 0;
        for (JsonNode value : node) {
            double number = Cursor.numberOrNaN(value);
            if (!(number >= 0 && number <= MOST)) {
                at.element(column).fault("must be a number from 0 to " + MOST);
            } else if (row == column && number != 0) {
                at.element(column).fault("must be 0: from a site to itself");
            } else {
                values[column] = (int) Math.rint(number);
            }
            column++;
        }
        return values;
    }
}
