package ro.caravana.statistics.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import ro.caravana.statistics.StatisticsProblem;

/** Rows of a workbook's first sheet, streamed. The file must have passed {@link ZipGuard}. */
final class XlsxRows implements RowSource {
    /** More columns than any statistics file has; a cell far to the right must not make a huge row. */
    private static final int WIDEST_ROW = 256;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxRows(Path file) throws IOException {
        workbook = guarded(() -> {
            try {
                return new ReadableWorkbook(file.toFile());
            } catch (IOException e) {
                throw new StatisticsProblem.BrokenWorkbook();
            }
        });
        try {
            stream = guarded(this::openFirstSheet);
            rows = stream.iterator();
        } catch (StatisticsProblem e) {
            workbook.close();
            throw e;
        }
    }

    private Stream<Row> openFirstSheet() {
        try {
            return workbook.getFirstSheet().openStream();
        } catch (IOException e) {
            throw new StatisticsProblem.BrokenWorkbook();
        }
    }

    @Override
    public boolean hasNext() {
        return guarded(rows::hasNext);
    }

    @Override
    public SourceRow next() {
        Row row = guarded(rows::next);
        int width = Math.min(row.getCellCount(), WIDEST_ROW);
        List<String> cells = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            cells.add(text(row.getCell(column)));
        }
        return new SourceRow(row.getRowNum(), cells);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /** Numbers in the plainest form: 57742, not 57742.0 or 5.7742E4. */
    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : plain(number);
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean readable = shortest.precision() - shortest.scale() <= 20 && shortest.scale() <= 20;
        return readable
                ? shortest.toPlainString()
                : shortest.toString(); // 1E+999999999 written out would fill the memory
    }

    /** The reader reports damage by many exceptions of its own and of its XML parser; all mean the same to the sender. */
    private static <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (StatisticsProblem e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StatisticsProblem.BrokenWorkbook();
        }
    }
}
