package ro.caravana.statistics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.SmallCounty;

/** What single rows say, and why they may be refused. */
class StatisticsReaderTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String HEADER = "siruta,judet,uat,localitate,categorie,grupa de varsta,sex,perioada,numar\n";

    @TempDir
    private Path folder;

    @Test
    void readsARowByItsCode() throws IOException {
        assertThat(one("202,,,,NO_ID,18-34,F,2026-09,7"))
                .isEqualTo(new CaseRow(
                        202, 200, CaseCategory.NO_ID, new AgeBand(18, 34), Sex.FEMALE, LocalDate.of(2026, 9, 30), 7));
    }

    @Test
    void readsARowByItsNamesWithoutMarksAndWithOldCedillas() throws IOException {
        assertThat(place(",MUNTE,COM. SOIMENI,lunca")).isEqualTo(202);
        assertThat(place(",Munte,Şoimeni,Lunca")).isEqualTo(202);
        assertThat(place(",jud. Munte,oras Raul Mare,")).isEqualTo(100);
    }

    @Test
    void aUatsCodeBesideALocalitysNameMeansTheLocality() throws IOException {
        assertThat(place("300,,,Lunca")).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999,,,,NO_ID,,,2026,1|siruta|SIRUTA_UNKNOWN",
                "2o2,,,,NO_ID,,,2026,1|siruta|SIRUTA_INVALID",
                ",,,,NO_ID,,,2026,1|siruta|PLACE_MISSING",
                ",,,Lunca,NO_ID,,,2026,1|locality|PLACE_AMBIGUOUS",
                ",,Poiana,Șoimeni,NO_ID,,,2026,1|locality|PLACE_UNKNOWN",
                ",,Nicăieri,Lunca,NO_ID,,,2026,1|uat|PLACE_UNKNOWN",
                "202,,Poiana,Lunca,NO_ID,,,2026,1|uat|PLACE_CONTRADICTION",
                "202,,,Poiana,NO_ID,,,2026,1|locality|PLACE_CONTRADICTION",
                "202,Bihor,,,NO_ID,,,2026,1|county|OTHER_COUNTY",
                "202,,,,,,,2026,1|category|CATEGORY_MISSING",
                "202,,,,LAZY,,,2026,1|category|CATEGORY_UNKNOWN",
                "202,,,,NO_ID,34-18,,2026,1|age_band|AGE_BAND_INVALID",
                "202,,,,NO_ID,,X,2026,1|sex|SEX_INVALID",
                "202,,,,NO_ID,,,,1|period|PERIOD_MISSING",
                "202,,,,NO_ID,,,2026-13,1|period|PERIOD_INVALID",
                "202,,,,NO_ID,,,2026-12,1|period|PERIOD_IN_FUTURE",
                "202,,,,NO_ID,,,2026,|count|COUNT_MISSING",
                "202,,,,NO_ID,,,2026,1.5|count|COUNT_NOT_WHOLE",
                "202,,,,NO_ID,,,2026,many|count|COUNT_NOT_WHOLE",
                "202,,,,NO_ID,,,2026,99999999999999999999|count|COUNT_NOT_WHOLE",
                "202,,,,NO_ID,,,2026,-4|count|COUNT_NEGATIVE",
                "202,,,,NO_ID,,,2026,1001|count|COUNT_TOO_LARGE",
            })
    void saysWhichCellOfARowToMend(String row, String column, Reason reason) throws IOException {
        Rejection rejection = (Rejection) one(row);
        assertThat(rejection.column()).isEqualTo(column);
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.row()).isEqualTo(2);
        assertThat(rejection.cells()).hasSize(9);
    }

    @Test
    void twiceTheResidentsIsTheMostThatIsBelieved() throws IOException {
        assertThat(one("202,,,,NO_ID,,,2026,1000")).isInstanceOf(CaseRow.class);
        assertThat(one("302,,,,NO_ID,,,2026,200")).isInstanceOf(CaseRow.class);
        assertThat(one("302,,,,NO_ID,,,2026,201")).isInstanceOf(Rejection.class);
    }

    @Test
    void whereNobodyIsCountedOnlyTheImpossibleIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("file.csv"),
                "siruta,category,period,count\n202,NO_ID,2026,1001\n301,NO_ID,2026,9999999\n");
        try (StatisticsReader reader =
                StatisticsReader.open(file, 1_000, SmallCounty.uncounted(), Optional.empty(), TODAY)) {
            assertThat(reader.next()).isInstanceOf(CaseRow.class);
            assertThat(((Rejection) reader.next()).reason()).isEqualTo(Reason.COUNT_TOO_LARGE);
        }
    }

    @Test
    void zeroIsACount() throws IOException {
        assertThat(((CaseRow) one("202,,,,NO_ID,,,2026,0")).cases()).isZero();
    }

    @Test
    void theSecondRowAboutTheSameIsADuplicateHoweverItIsWritten() throws IOException {
        List<RowOutcome> outcomes =
                read(HEADER + "202,,,,NO_ID,,,2025-12-31,3\n,,Șoimeni,Lunca,fără act de identitate,,,2025,4\n");
        assertThat(outcomes.get(0)).isInstanceOf(CaseRow.class);
        assertThat(((Rejection) outcomes.get(1)).reason()).isEqualTo(Reason.DUPLICATE_ROW);
    }

    @Test
    void aRejectedRowDoesNotMakeItsMendedTwinADuplicate() throws IOException {
        List<RowOutcome> outcomes = read(HEADER + "202,,,,NO_ID,,,2025,-3\n202,,,,NO_ID,,,2025,3\n");
        assertThat(outcomes.get(1)).isInstanceOf(CaseRow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250"})
    void understandsTheEncoding(String charset) throws IOException {
        byte[] bytes =
                (HEADER + ",,Șoimeni,Lunca,NO_ID,,,2026,1\n").replace('Ș', 'Ş').getBytes(Charset.forName(charset));
        assertThat(((CaseRow) readBytes(bytes).get(0)).siruta()).isEqualTo(202);
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + HEADER + "202,,,,NO_ID,,,2026,1\n").get(0)).isInstanceOf(CaseRow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void understandsTheSeparator(String separator) throws IOException {
        String text = "Cod SIRUTA,Categorie,Număr,Perioada\n202,CI expirată,3,2026-Q3\n".replace(",", separator);
        assertThat(((CaseRow) read(text).get(0)).category()).isEqualTo(CaseCategory.EXPIRED_ID);
    }

    @Test
    void understandsEnglishHeadingsAndQuotedCells() throws IOException {
        String text = "village,municipality,case category,cases,date\n"
                + "\"Lunca\",\"Poiana\",\"DAMAGED_ID\",\"2\",\"30.09.2026\"\n";
        assertThat(((CaseRow) read(text).get(0)).siruta()).isEqualTo(302);
    }

    @Test
    void skipsBlankRowsAndCountsLines() throws IOException {
        List<RowOutcome> outcomes = read(HEADER + ",,,,,,,,\n\n202,,,,NO_ID,,,2026,x\n");
        assertThat(outcomes).hasSize(1);
        assertThat(((Rejection) outcomes.get(0)).row()).isEqualTo(4);
    }

    @Test
    void aMissingCellAtTheEndIsAMissingCount() throws IOException {
        assertThat(((Rejection) one("202,,,,NO_ID,,,2026")).reason()).isEqualTo(Reason.COUNT_MISSING);
    }

    @Test
    void neverKeepsAPersonalCode() throws IOException {
        Rejection rejection = (Rejection) one("1900101123456,,,,NO_ID,,,2026,1");
        assertThat(rejection.value()).doesNotContain("1900101123456");
        assertThat(rejection.cells().toString()).doesNotContain("1900101123456");
    }

    @Test
    void aPeriodGivenForTheFileStandsInForAMissingColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "siruta,category,count\n202,NO_ID,3\n");
        try (StatisticsReader reader =
                StatisticsReader.open(file, 1_000, SmallCounty.territory(), Period.parse("2025"), TODAY)) {
            assertThat(((CaseRow) reader.next()).asOf()).isEqualTo("2025-12-31");
        }
    }

    private int place(String cells) throws IOException {
        return ((CaseRow) one(cells + ",NO_ID,,,2026,1")).siruta();
    }

    private RowOutcome one(String row) throws IOException {
        return read(HEADER + row + "\n").get(0);
    }

    private List<RowOutcome> read(String text) throws IOException {
        return readBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<RowOutcome> readBytes(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), bytes);
        List<RowOutcome> outcomes = new ArrayList<>();
        try (StatisticsReader reader =
                StatisticsReader.open(file, 1_000_000, SmallCounty.territory(), Optional.empty(), TODAY)) {
            reader.forEachRemaining(outcomes::add);
        }
        return outcomes;
    }
}
