package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.store.TestDatabase;
import ro.caravana.territory.ImportOutcome.Rejection;

class TableImporterTests {
    private static final TestDatabase DATABASE = TestDatabase.h2gis();

    private final TerritoryRegistry registry = MadeUpCounty.registry(DATABASE, Clock.systemUTC());
    private final Importer localities = new LocalityImporter(registry);
    private final Importer sites = new SiteImporter(registry);
    private final Importer services = new ServiceImporter(registry);
    private final Importer marketDays = new MarketDayImporter(registry);
    private final Importer schoolTerms = new SchoolTermImporter(registry);

    @TempDir
    Path folder;

    @Test
    void aNewLocalityComesWithADefaultSite() {
        run(localities, "siruta,name,uat_siruta,lat,lon,population\n900104,Fundata,900100,46.05,24.95,55\n");
        Locality fundata = registry.current().getLocality(900_104);
        assertThat(fundata.population()).hasValue(55);
        assertThat(registry.current().defaultSite(900_104).kind()).isEqualTo(Site.Kind.LOCALITY_CENTRE);
        assertThat(registry.current().listLocalities()).hasSize(13);
    }

    @Test
    void aKnownLocalityKeepsWhatItsRowLeavesEmpty() {
        Locality before = registry.current().getLocality(900_103);
        run(localities, "siruta,population_2021\n900103,412\n");
        Locality after = registry.current().getLocality(900_103);
        assertThat(after.population()).hasValue(412);
        assertThat(after.position()).isEqualTo(before.position());
        assertThat(after.positionSource()).isEqualTo(before.positionSource());
        assertThat(after.name()).isEqualTo("Poiana");
    }

    @Test
    void aLocalitysCentreMovesWithItButAVenueStays() {
        run(localities, "siruta,lat,lon\n900103,46.061,24.967\n900101,46.033,24.949\n");
        assertThat(registry.current().defaultSite(900_103).position().lat()).isEqualTo(46.061);
        assertThat(registry.current().defaultSite(900_101).name()).isEqualTo("Căminul Cultural Brădet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "900104,Fundata,900999,46.05,24.95|uat_siruta|is not a SIRUTA code of this county",
                "900104,Fundata,900101,46.05,24.95|uat_siruta|is the code of a locality",
                "900104,Fundata,,46.05,24.95|uat_siruta|is empty",
                "900104,Fundata,900300,46.05,24.95|lat|over 2 km outside its UAT",
                "900103,Poiana,900300,46.06,24.96|uat_siruta|is not the UAT this locality belongs to",
                "900200,Fundata,900100,46.05,24.95|siruta|is the code of a UAT",
                "-4,Fundata,900100,46.05,24.95|siruta|must be a whole number",
                "900104,Fundata,900100,24.95,46.05|lat|lies outside Romania",
                "900104,,900100,46.05,24.95|name|is empty",
            })
    void aLocalityThatCannotBeUsedIsRejectedAndTheOthersAreTaken(String row, String column, String reason) {
        ImportOutcome outcome =
                run(localities, "siruta,name,uat_siruta,lat,lon\n" + row + "\n900105,Bună,900100,46.05,24.95\n");
        assertThat(outcome.accepted()).isEqualTo(1);
        Rejection rejection = outcome.rejections().get(0);
        assertThat(rejection.row()).isEqualTo(2);
        assertThat(rejection.column()).isEqualTo(column);
        assertThat(rejection.reason()).contains(reason);
        assertThat(registry.current().findLocality(900_105)).isPresent();
    }

    @Test
    void aTableTooLargeForTheMemoryIsRefusedUnread() throws IOException {
        Path file = folder.resolve("large.csv");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(TableImporter.LARGEST_BYTES + 1);
        }
        assertThatThrownBy(() -> localities.run(new ImportOrder(file, "large.csv", false, Map.of())))
                .isInstanceOf(TerritoryProblem.FileTooLarge.class);
    }

    @Test
    void aNameWithoutRoomInTheDatabaseIsRejectedAndTheOthersAreTaken() {
        ImportOutcome places = run(
                localities,
                "siruta,name,uat_siruta,lat,lon\n900104," + "x".repeat(101) + ",900100,46.05,24.95\n"
                        + "900105,\u0000Bună,900100,46.05,24.95\n900106,Bună,900100,46.05,24.95\n");
        assertThat(places.accepted()).isEqualTo(1);
        assertThat(places.rejections()).extracting(Rejection::column).containsExactly("name", "name");
        ImportOutcome offices = run(
                services,
                "id,name,uat_siruta,address\nA," + "x".repeat(201) + ",900100,\nB,b,900100," + "y".repeat(301));
        assertThat(offices.rejections()).extracting(Rejection::column).containsExactly("name", "address");
    }

    /** Statistics pack a code into 20 bits: a longer one would be taken for another place on another day. */
    @Test
    void aCodeLongerThanTheNomenclaturesIsRejected() {
        ImportOutcome outcome = run(
                localities,
                "siruta,name,uat_siruta,lat,lon\n1048577,Lung,900100,46.05,24.95\n0,Nimic,900100,46.05,24.95\n");
        assertThat(outcome.rejections())
                .extracting(Rejection::reason)
                .allMatch(reason -> reason.contains("six digits"));
        assertThat(outcome.rejected()).isEqualTo(2);
    }

    /** A cell of ten bytes that would be a text of a gigabyte if it were written out. */
    @Test
    void aNumberOfAThousandMillionDigitsIsNotWrittenOut() throws IOException {
        Path file = folder.resolve("huge.xlsx");
        try (var out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("a");
            sheet.value(0, 0, "siruta");
            sheet.value(1, 0, new java.math.BigDecimal("1E+999999999"));
        }
        ImportOutcome outcome = localities.run(new ImportOrder(file, "huge.xlsx", false, Map.of()));
        assertThat(outcome.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.value()).hasSizeLessThan(50));
    }

    @Test
    void theSameSirutaTwiceIsRejectedTheSecondTime() {
        ImportOutcome outcome = run(localities, "siruta,population\n900103,1\n900103,2\n");
        assertThat(outcome.rejections()).extracting(Rejection::row).containsExactly(3L);
        assertThat(registry.current().getLocality(900_103).population()).hasValue(1);
    }

    @Test
    void onlyRejectedRowsChangeNothing() {
        run(localities, "siruta,population\n1,1\n");
        assertThat(registry.revision()).isEqualTo(1);
    }

    @Test
    void aTableOfMarketDaysTakesThePlaceOfTheOneBefore() {
        run(marketDays, "uat;ziua;lunile;sursa\nIzvoru Ursului;Luni;5 7;Primăria\n");
        assertThat(registry.calendar().marketDays())
                .containsExactly(new MarketDay(900_200, DayOfWeek.MONDAY, List.of(Month.MAY, Month.JULY), "Primăria"));
        assertThat(registry.calendar().schoolTerms()).as("another table").hasSize(2);
    }

    /** Whoever sends a template that is not filled in yet wants no table lost. */
    @Test
    void aHeaderAloneTakesTheWholeTablesPlaceNever() {
        CountyCalendar before = registry.calendar();
        assertThatThrownBy(() -> run(marketDays, "uat_siruta,weekday\n"))
                .isInstanceOf(TerritoryProblem.FileUnreadable.class)
                .hasMessageContaining("has a header but no rows; the table there is keeps its rows, unless");
        assertThat(registry.calendar()).isEqualTo(before);
        assertThat(before.marketDays()).isNotEmpty();
    }

    @Test
    void aHeaderAloneEmptiesATableForWhoeverSaysSo() {
        List<SchoolTerm> terms = registry.calendar().schoolTerms();
        Map<String, String> empty = Map.of("empty", "yes");
        assertThatThrownBy(() -> run(marketDays, "uat_siruta,weekday\n900200,MON\n", empty))
                .hasMessageContaining("the table has rows, but empty=yes says that it is to have none");
        assertThat(registry.calendar().marketDays()).isNotEmpty();
        run(marketDays, "uat_siruta,weekday\n", empty);
        assertThat(registry.calendar().marketDays()).isEmpty();
        assertThat(registry.calendar().schoolTerms()).as("another table").isEqualTo(terms);
    }

    /** Places are never all given up at once, and a slip of the pen is no wish. */
    @Test
    void onlyAWholeTableCanBeEmptied() {
        assertThatThrownBy(() -> run(localities, "siruta,name\n", Map.of("empty", "yes")))
                .isInstanceOf(TerritoryProblem.SettingUnusable.class);
        assertThatThrownBy(() -> run(marketDays, "uat_siruta,weekday\n", Map.of("empty", "ja")))
                .isInstanceOf(TerritoryProblem.SettingUnusable.class);
        assertThat(registry.revision()).isEqualTo(1);
    }

    /** As a spreadsheet saves a sheet of which more rows were framed, or more columns, than filled in. */
    @Test
    void rowsOfSeparatorsAloneAreNone() {
        run(marketDays, "uat_siruta,weekday,months\n,,\n900200,MON,\n , ,\n,,,,\n\"\",,\n");
        assertThat(registry.calendar().marketDays())
                .containsExactly(new MarketDay(900_200, DayOfWeek.MONDAY, List.of(), ""));
        assertThatThrownBy(() -> run(marketDays, "uat_siruta,weekday\n,\n900200,x\n"))
                .as("other rows keep their numbers")
                .hasMessageContaining("line 3, column weekday");
        assertThatThrownBy(() -> run(marketDays, "uat_siruta,weekday\n,\n"))
                .hasMessageContaining("has a header but no rows");
    }

    /** Dates as Excel stores them, whether the format is built in or somebody's own; and a row that has borders only. */
    @Test
    void aWorkbooksDatesAreDaysAndItsBlankRowsAreNone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("a");
            String[] header = {"from", "to", "name"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
                sheet.style(1, i).borderStyle("thin").set();
            }
            sheet.value(2, 0, LocalDate.of(2027, 1, 11));
            sheet.style(2, 0).format("dd\\.mm\\.yyyy").set();
            sheet.value(2, 1, LocalDate.of(2027, 2, 12));
            sheet.style(2, 1).format("m/d/yyyy").set();
            sheet.value(2, 2, 3);
            sheet.style(2, 2).format("0&quot; days&quot;").set();
        }
        run(schoolTerms, bytes.toByteArray());
        assertThat(registry.calendar().schoolTerms())
                .containsExactly(new SchoolTerm(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 2, 12), "3", ""));
    }

    /** Programs that write no formats leave the part out. */
    @Test
    void aWorkbookWithoutFormatsIsATable() throws IOException {
        Path whole = Files.write(folder.resolve("whole.xlsx"), workbook("siruta", "name", "uat_siruta", "lat", "lon"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(whole.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!entry.getName().equals("xl/styles.xml")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    out.write(text.replaceAll("<(?:Relationship|Override)[^>]*styles[^>]*/>", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        run(localities, bytes.toByteArray());
        assertThat(registry.current().getLocality(900_104).name()).isEqualTo("Fundata");
    }

    @Test
    void monthsMayBeJoinedByADash() {
        run(marketDays, "uat;ziua;lunile\nIzvoru Ursului;Luni;4–5\n");
        assertThat(registry.calendar().marketDays())
                .containsExactly(new MarketDay(900_200, DayOfWeek.MONDAY, List.of(Month.APRIL, Month.MAY), ""));
        assertThatThrownBy(() -> run(marketDays, "uat;ziua;lunile\nIzvoru Ursului;Luni;2027-10-04\n"))
                .hasMessageContaining("a cell of a workbook must be text");
    }

    /** Half a table in the place of a whole one would be a loss that nobody sees. */
    @Test
    void oneBadRowLeavesTheWholeTableAsItWas() {
        CountyCalendar before = registry.calendar();
        String table = "from,to,name\n2027-09-13,2027-10-22,Modulul 1\n2027-11-03,2027-10-22,Modulul 2\n";
        assertThatThrownBy(() -> run(schoolTerms, table))
                .isInstanceOf(TerritoryProblem.ImportRefused.class)
                .hasMessageContaining("line 3, column to: comes before the first day")
                .hasMessageContaining("nothing was changed; mend the row and");
        assertThat(registry.calendar()).isEqualTo(before);
        assertThat(registry.revision()).isEqualTo(1);
    }

    /** Whoever mends one row after the other sends the file as often. */
    @Test
    void everyBadRowOfAWholeTableIsNamed() {
        String table = "from,to,name\n2027-11-03,2027-10-22,Modulul 2\n2027-09-13,2027-10-22,Modulul 1\n13.09,x,\n";
        assertThatThrownBy(() -> run(schoolTerms, table))
                .hasMessageContaining(
                        "line 2, column to: comes before the first day: swap the two; line 4, column from: "
                                + "must be a day such as 2027-01-11. The file")
                .hasMessageContaining("mend all 2 rows and");
    }

    @Test
    void ofManyBadRowsTheFirstTenAreNamedAndTheOthersCounted() {
        assertThatThrownBy(() -> run(marketDays, "uat_siruta,weekday\n" + "900200,x\n".repeat(12)))
                .hasMessageContaining("line 11, column weekday")
                .hasMessageContaining("; and 2 more. The file")
                .hasMessageContaining("mend all 12 rows and")
                .message()
                .doesNotContain("line 12,");
    }

    @Test
    void otherImportsKeepTheCalendar() {
        CountyCalendar before = registry.calendar();
        run(localities, "siruta,population\n900103,1\n");
        assertThat(registry.calendar()).isEqualTo(before).isNotEqualTo(CountyCalendar.EMPTY);
    }

    @Test
    void aSiteNamesItsLocalityInWords() {
        run(sites, "name;localitate;uat;lat;lon;rampa\nGrădinița;Padureni;com. Izvoru Ursului;46.054;25.082;da\n");
        Site site = registry.current().getSite("p900202-1");
        assertThat(site.localitySiruta()).isEqualTo(900_202);
        assertThat(site.wheelchair()).isTrue();
        assertThat(site.kind()).isEqualTo(Site.Kind.VENUE);
    }

    @Test
    void aSiteMayBecomeTheDefault() {
        run(sites, "name,locality_siruta,lat,lon,default\nGrădinița,900202,46.054,25.082,yes\n");
        assertThat(registry.current().defaultSite(900_202).name()).isEqualTo("Grădinița");
    }

    @Test
    void theBaseMayMove() {
        run(sites, "id,kind,name,locality_siruta,lat,lon\nbase,base,Sediul nou,900101,46.033,24.949\n");
        assertThat(registry.current().base().name()).isEqualTo("Sediul nou");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g1,venue,Grădinița,,Pădureni,46.054,25.082|locality|is the name of 2 places",
                "g1,venue,Grădinița,,Nicăieri,46.054,25.082|locality|is not the name of a place",
                "g1,venue,Grădinița,900200,,46.054,25.082|locality_siruta|is the code of a UAT",
                "g1,palace,Grădinița,900202,,46.054,25.082|kind|must be one of base, venue",
                "g1,base,Grădinița,900202,,46.054,25.082|kind|base is the kind of the one site",
                "a b,venue,Grădinița,900202,,46.054,25.082|id|may hold letters",
                "s900101,venue,Grădinița,900202,,46.054,25.082|id|is kept for the default site",
                "g1,venue,Grădinița,900202,,46.5,25.082|lat|over 10 km from its locality",
                "g1,venue,,900202,,46.054,25.082|name|is empty",
            })
    void aSiteThatCannotBeUsedIsRejected(String row, String column, String reason) {
        ImportOutcome outcome = run(sites, "id,kind,name,locality_siruta,locality,lat,lon\n" + row + "\n");
        assertThat(outcome.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.column()).isEqualTo(column);
            assertThat(rejection.reason()).contains(reason);
        });
        assertThat(registry.revision()).isEqualTo(1);
    }

    @Test
    void aServiceWithoutAPlaceIsAtItsTownHall() {
        run(services, "id,name,uat\nSPCLEP-IZVORU,Serviciu nou,Izvoru Ursului\n");
        Office office = registry.current().listOffices().stream()
                .filter(candidate -> candidate.id().equals("SPCLEP-IZVORU"))
                .findFirst()
                .orElseThrow();
        assertThat(office.position())
                .isEqualTo(registry.current().getUat(900_200).position());
        assertThat(office.address()).contains("Str. Principală");
    }

    @Test
    void aCivilStatusOfficeIsNoService() {
        ImportOutcome outcome = run(services, "id,name,uat_siruta\nOSC-900100,Altul,900100\nmic,Altul,900100\n");
        assertThat(outcome.rejections()).extracting(Rejection::column).containsExactly("id", "id");
    }

    @Test
    void windows1250IsUnderstood() {
        run(
                localities,
                "siruta;nume;siruta_uat;lat;lon\n900104;Şoimuş;900100;46,05;24,95\n"
                        .getBytes(Charset.forName("windows-1250")));
        assertThat(registry.current().getLocality(900_104).name()).isEqualTo("Şoimuş");
    }

    @Test
    void aWorkbookIsATable() throws IOException {
        run(localities, workbook("siruta", "name", "uat_siruta", "lat", "lon"));
        assertThat(registry.current().getLocality(900_104).name()).isEqualTo("Fundata");
    }

    @Test
    void pointsOfAMapFileAreRows() {
        String point = MapFiles.feature(
                "\"siruta\": 900104, \"name\": \"Fundata\", \"uat_siruta\": 900100",
                MapFiles.metres("POINT (496000 505000)"));
        run(localities, MapFiles.collection(List.of(point)));
        assertThat(registry.current().getLocality(900_104).position().lat()).isBetween(46.0, 46.1);
    }

    @Test
    void aCutWorkbookIsRefused() throws IOException {
        byte[] bytes = workbook("siruta", "name", "uat_siruta", "lat", "lon");
        assertUnreadable(Arrays.copyOf(bytes, bytes.length - 300), "damaged or cut short");
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[101 * 1024 * 1024]);
        }
        assertUnreadable(bytes.toByteArray(), "unpacks to over 100 MB");
    }

    @Test
    void emptyTablesAndMissingColumnsAreRefused() {
        assertUnreadable(new byte[0], "is empty");
        assertUnreadable("siruta\n".getBytes(StandardCharsets.UTF_8), "has a header but no rows");
        assertUnreadable("cod,nume\n1,x\n".getBytes(StandardCharsets.UTF_8), "has no column \"siruta\"");
        assertUnreadable("siruta,SIRUTA\n1,x\n".getBytes(StandardCharsets.UTF_8), "names a column twice");
    }

    private void assertUnreadable(byte[] content, String complaint) {
        assertThatThrownBy(() -> run(localities, content))
                .isInstanceOf(TerritoryProblem.FileUnreadable.class)
                .hasMessageContaining(complaint);
        assertThat(registry.revision()).isEqualTo(1);
    }

    private static byte[] workbook(String... header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("localități");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, 900_104);
            sheet.value(1, 1, "Fundata");
            sheet.value(1, 2, 900_100);
            sheet.value(1, 3, 46.05);
            sheet.value(1, 4, 24.95);
        }
        return bytes.toByteArray();
    }

    private ImportOutcome run(Importer importer, String content) {
        return run(importer, content, Map.of());
    }

    private ImportOutcome run(Importer importer, String content, Map<String, String> settings) {
        return run(importer, content.getBytes(StandardCharsets.UTF_8), settings);
    }

    private ImportOutcome run(Importer importer, byte[] content) {
        return run(importer, content, Map.of());
    }

    private ImportOutcome run(Importer importer, byte[] content, Map<String, String> settings) {
        try {
            Path file = Files.write(folder.resolve("table"), content);
            return importer.run(new ImportOrder(file, "table", false, settings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
