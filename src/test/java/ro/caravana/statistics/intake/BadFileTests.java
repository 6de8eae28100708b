package ro.caravana.statistics.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.statistics.SmallCounty;
import ro.caravana.statistics.StatisticsProblem;

/** Files that are refused as a whole, and workbooks that are not. */
class BadFileTests {
    private static final String HEADER = "siruta,category,period,count\n";
    private static final long LIMIT = 8 << 20;

    @TempDir
    private Path folder;

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(new byte[0]).isInstanceOf(StatisticsProblem.EmptyFile.class);
        assertRefused(utf8("\n\n")).isInstanceOf(StatisticsProblem.EmptyFile.class);
    }

    @Test
    void aFileOverTheLimit() throws IOException {
        assertRefused(new byte[(int) LIMIT + 1]).isInstanceOf(StatisticsProblem.TooLarge.class);
    }

    @Test
    void aFileWithoutHeadings() throws IOException {
        assertRefused(utf8("202,NO_ID,2026,3\n")).isInstanceOf(StatisticsProblem.MissingColumns.class);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertRefused(utf8("siruta,category,period\n202,NO_ID,2026\n"))
                .isInstanceOf(StatisticsProblem.MissingColumns.class)
                .hasMessageContaining("count");
    }

    @Test
    void aColumnThatStandsTwice() throws IOException {
        assertRefused(utf8("siruta,category,categorie,period,count\n"))
                .isInstanceOf(StatisticsProblem.RepeatedColumns.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNP", "Nume și prenume", "Serie CI"})
    void aColumnOfNamesOrCodes(String heading) throws IOException {
        assertRefused(utf8("siruta,category,period,count," + heading + "\n"))
                .isInstanceOf(StatisticsProblem.PersonalData.class);
    }

    @Test
    void textInTwoEncodingsNamesItsLine() throws IOException {
        byte[] good = utf8(HEADER + "# Șoimeni\n");
        byte[] mixed = Arrays.copyOf(good, good.length + 2);
        mixed[good.length] = (byte) 0xE3; // ă in Windows-1250
        mixed[good.length + 1] = '\n';
        assertRefused(mixed).isInstanceOf(StatisticsProblem.WrongEncoding.class).hasMessageContaining("Line 3");
    }

    @Test
    void sixteenBitTextAndPictures() throws IOException {
        assertRefused(HEADER.getBytes(StandardCharsets.UTF_16)).isInstanceOf(StatisticsProblem.WrongEncoding.class);
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13})
                .isInstanceOf(StatisticsProblem.WrongEncoding.class);
    }

    @Test
    void anOldWorkbook() throws IOException {
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3})
                .isInstanceOf(StatisticsProblem.UnsupportedFormat.class);
    }

    @Test
    void aQuoteThatNeverEnds() throws IOException {
        assertRefused(utf8(HEADER + "202,\"NO_ID,2026,3\n" + "x,".repeat(1_500_000)))
                .isInstanceOf(StatisticsProblem.UnreadableLine.class);
    }

    @Test
    void aWorkbookSaysTheSameAsATable() throws IOException {
        List<RowOutcome> rows = read(workbook());
        assertThat(rows).hasSize(2).allMatch(CaseRow.class::isInstance);
        CaseRow first = (CaseRow) rows.get(0);
        assertThat(first.siruta()).isEqualTo(202);
        assertThat(first.asOf()).isEqualTo("2026-09-30");
        assertThat(first.cases()).isEqualTo(7);
        assertThat(((CaseRow) rows.get(1)).asOf()).isEqualTo("2025-12-31");
    }

    @Test
    void aTruncatedWorkbook() throws IOException {
        byte[] whole = Files.readAllBytes(workbook());
        assertRefused(Arrays.copyOf(whole, whole.length / 2)).isInstanceOf(StatisticsProblem.BrokenWorkbook.class);
    }

    @Test
    void aZipThatIsNoWorkbook() throws IOException {
        assertRefused(zip("hello.txt", utf8("hello"), 1)).isInstanceOf(StatisticsProblem.BrokenWorkbook.class);
    }

    @Test
    void aZipBomb() throws IOException {
        assertRefused(zip("xl/worksheets/sheet1.xml", new byte[1 << 20], 64))
                .isInstanceOf(StatisticsProblem.ZipBomb.class);
    }

    @Test
    void aWorkbookThatMultipliesEntities() throws IOException {
        byte[] laughs = utf8("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\">]>");
        assertRefused(zip("xl/workbook.xml", laughs, 1)).isInstanceOf(StatisticsProblem.ZipBomb.class);
    }

    private Path workbook() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("date");
            List<String> headings = List.of("SIRUTA", "Categorie", "Perioada", "Număr");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            sheet.value(1, 0, 202);
            sheet.value(1, 1, "NO_ID");
            sheet.value(1, 2, LocalDate.of(2026, 9, 30));
            sheet.style(1, 2).format("dd.mm.yyyy").set();
            sheet.value(1, 3, 7.0);
            sheet.value(3, 0, "302");
            sheet.value(3, 1, "DAMAGED_ID");
            sheet.value(3, 2, 2025);
            sheet.value(3, 3, 1);
        }
        return file;
    }

    /** One part whose content repeats. */
    private static byte[] zip(String name, byte[] content, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return assertThatThrownBy(() -> read(file)).isInstanceOf(StatisticsProblem.class);
    }

    private static List<RowOutcome> read(Path file) throws IOException {
        try (StatisticsReader reader = StatisticsReader.open(
                file, LIMIT, SmallCounty.territory(), Optional.empty(), LocalDate.of(2026, 11, 22))) {
            List<RowOutcome> outcomes = new ArrayList<>();
            reader.forEachRemaining(outcomes::add);
            return outcomes;
        }
    }
}
