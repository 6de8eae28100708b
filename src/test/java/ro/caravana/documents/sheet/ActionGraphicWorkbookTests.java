package ro.caravana.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.GENERATED_AT;
import static ro.caravana.documents.support.SampleDocuments.GROUP;
import static ro.caravana.documents.support.SampleDocuments.PLANNER;
import static ro.caravana.documents.support.SampleDocuments.graphic;
import static ro.caravana.documents.support.SampleDocuments.graphicStanding;
import static ro.caravana.documents.support.SampleDocuments.graphicWithVenue;
import static ro.caravana.documents.support.SampleDocuments.keep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.VisitState;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class ActionGraphicWorkbookTests {
    private static final int FIRST_VISIT = 2;

    @Test
    void everyVisitHasARow() throws IOException {
        byte[] workbook = workbook(graphic(820, PLANNER), Language.RO);
        keep("grafic-actiuni.xlsx", workbook);
        assertThat(sheet(workbook, 0)).hasSize(FIRST_VISIT + 820);
    }

    @Test
    void datesAndHoursAreNumbersASpreadsheetCanSort() throws IOException {
        Row first = sheet(workbook(graphic(12, PLANNER), Language.RO), 0).get(FIRST_VISIT);
        assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCellAsDate(1)).contains(LocalDateTime.of(2027, 1, 18, 0, 0));
        assertThat(first.getCell(1).getDataFormatString()).isEqualTo("dd.mm.yyyy");
        // 08:50:40 is printed as 08:51
        assertThat(first.getCellAsNumber(3).orElseThrow())
                .isCloseTo(
                        BigDecimal.valueOf((8 * 60 + 51) / 1440.0),
                        org.assertj.core.data.Offset.offset(BigDecimal.valueOf(1e-9)));
        assertThat(first.getCell(3).getDataFormatString()).isEqualTo("hh:mm");
    }

    @Test
    void bothPartnersAndTheVisitAreToldAsTheyStand() throws IOException {
        LocalDate day = LocalDate.of(2027, 1, 18);
        Standing announced = new Standing(VisitState.ANNOUNCED, Optional.empty(), day, 5, Optional.of(GENERATED_AT));
        Standing cancelled = new Standing(VisitState.CANCELLED, Optional.empty(), day, 2, Optional.of(GENERATED_AT));
        List<Row> rows = sheet(workbook(graphicStanding(announced, cancelled, Standing.proposed(day)), Language.EN), 0);
        assertThat(IntStream.rangeClosed(12, 14)
                        .mapToObj(column -> rows.get(FIRST_VISIT).getCellText(column)))
                .containsExactly("agreed", "agreed", "announced");
        assertThat(rows.get(FIRST_VISIT + 1).getCellText(14)).isEqualTo("cancelled");
        assertThat(IntStream.rangeClosed(12, 14)
                        .mapToObj(column -> rows.get(FIRST_VISIT + 2).getCellText(column)))
                .containsExactly("to be contacted", "to be contacted", "proposed");
    }

    @Test
    void personsAreNumbersForPlannersAndSmallOnesHiddenFromOthers() throws IOException {
        assertThat(persons(PLANNER)).startsWith("1", "8", "15").doesNotContain("ascuns");
        assertThat(persons(GROUP)).startsWith("ascuns", "8", "15");
    }

    @Test
    void visitsWithoutADayAndTheSourcesHaveTheirOwnSheets() throws IOException {
        byte[] workbook = workbook(graphic(12, PLANNER), Language.RO);
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getSheets().map(Sheet::getName)).containsExactly("Grafic", "Neplanificate", "Despre");
        }
        assertThat(sheet(workbook, 1))
                .anySatisfy(row -> assertThat(row.getCellText(2)).isEqualTo("Poiana Horea"));
        assertThat(sheet(workbook, 2))
                .anySatisfy(row -> assertThat(row.getCellText(1)).isEqualTo("sintetice, pentru probă"));
    }

    @Test
    void theHeadStandsStillFiltersAndIsPrintedOnEveryPage() throws IOException {
        String sheet = part(workbook(graphic(12, PLANNER), Language.EN), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<autoFilter ref=\"A2:R14\"", "state=\"frozen\"", "ySplit=\"2\"", "orientation=\"landscape\"")
                .contains("fitToWidth=\"1\"");
        assertThat(part(workbook(graphic(12, PLANNER), Language.EN), "xl/workbook.xml"))
                .contains("_xlnm.Print_Titles");
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysText() throws IOException {
        byte[] workbook = workbook(graphicWithVenue("=1+1"), Language.RO);
        assertThat(sheet(workbook, 0).get(FIRST_VISIT).getCell(7).getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void theSameGraphicGivesTheSameBytes() {
        assertThat(workbook(graphic(12, PLANNER), Language.RO)).isEqualTo(workbook(graphic(12, PLANNER), Language.RO));
    }

    private static List<String> persons(Viewer viewer) throws IOException {
        List<Row> rows = sheet(workbook(graphic(30, viewer), Language.RO), 0);
        return IntStream.range(FIRST_VISIT, rows.size())
                .mapToObj(row -> rows.get(row).getCellText(9))
                .toList();
    }

    private static byte[] workbook(ActionGraphic graphic, Language language) {
        return new ActionGraphicWorkbook(new Texts(language, 5)).write(graphic);
    }

    private static List<Row> sheet(byte[] workbook, int index) throws IOException {
        var withFormats = new org.dhatim.fastexcel.reader.ReadingOptions(true, false);
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook), withFormats)) {
            return read.getSheet(index).orElseThrow().read();
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("the workbook has no part " + name);
    }
}
