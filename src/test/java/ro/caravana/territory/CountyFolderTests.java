package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import ro.caravana.geo.Projection;
import ro.caravana.territory.boundary.Drawing;

class CountyFolderTests {
    private static final Pattern NAMES_ITS_OWNER = Pattern.compile(
            "\\b(domnul|doamn[ae]i?\\b|d-l|d-n[aei]|gospod[aă]ria\\b|familia\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @TempDir
    Path folder;

    @Test
    void theBundledCountyHasTheStatisticalOfficesCounts() {
        Territory cluj = CountyFolder.read(Path.of("geodata/cluj")).territory();
        assertThat(cluj.county()).isEqualTo("Cluj");
        assertThat(cluj.listUats()).hasSize(81);
        assertThat(cluj.listLocalities()).hasSize(434);
        assertThat(cluj.listUats().stream().mapToInt(Uat::population).sum()).isEqualTo(679_141);
        assertThat(cluj.listOffices().stream().filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE))
                .extracting(Office::id)
                .containsExactly(
                        "SPCLEP-CLUJ-NAPOCA",
                        "SPCLEP-TURDA",
                        "SPCLEP-DEJ",
                        "SPCLEP-CAMPIA-TURZII",
                        "SPCLEP-GHERLA",
                        "SPCLEP-HUEDIN");
        assertThat(cluj.listOffices().stream().filter(office -> office.kind() == Office.Kind.CIVIL_STATUS))
                .hasSize(81);
        assertThat(cluj.base().name()).startsWith("Direcția Județeană");
    }

    @Test
    void everyLocalityOfTheBundledCountyHasADefaultSiteWithinThreeKilometres() {
        Territory cluj = CountyFolder.read(Path.of("geodata/cluj")).territory();
        assertThat(cluj.listLocalities())
                .allSatisfy(locality -> assertThat(
                                cluj.defaultSite(locality.siruta()).position().metresTo(locality.position()))
                        .isLessThanOrEqualTo(3_000));
    }

    /** The electoral authority lists a few private houses under their owners' names; those must not reach a map or a document. */
    @Test
    void noVenueOfTheBundledCountyNamesItsOwner() {
        Territory cluj = CountyFolder.read(Path.of("geodata/cluj")).territory();
        assertThat(cluj.listSites())
                .extracting(Site::name)
                .isNotEmpty()
                .noneMatch(name -> NAMES_ITS_OWNER.matcher(name).find());
    }

    @Test
    void anotherCountyNeedsOnlyItsFolder() {
        CountyData county = MadeUpCounty.read();
        assertThat(county.territory().county()).isEqualTo("Brădet");
        assertThat(county.territory().listUats()).hasSize(4);
        assertThat(county.territory().listLocalities()).hasSize(12);
        assertThat(county.boundaries().byUat()).containsOnlyKeys(MadeUpCounty.UATS);
        assertThat(county.boundaries().generalised()).isTrue();
        assertThat(county.boundaries().date()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(county.territory().base().localitySiruta()).isEqualTo(900_101);
    }

    @Test
    void twoTablesAreEnough() throws IOException {
        for (String file : List.of("uats.csv", "localities.csv")) {
            Files.copy(MadeUpCounty.FOLDER.resolve(file), folder.resolve(file));
        }
        CountyData county = CountyFolder.read(folder);
        assertThat(county.territory().listSites()).extracting(Site::id).contains("base", "s900101", "t900100");
        assertThat(county.territory().listOffices()).extracting(Office::id).contains("SPCLEP-BRADET", "OSC-900400");
        assertThat(county.boundaries().byUat()).containsOnlyKeys(MadeUpCounty.UATS);
        assertThat(Drawing.isCoverage(county.boundaries().byUat())).isTrue();
        assertThat(county.territory().listLocalities()).allSatisfy(locality -> {
            Geometry uat =
                    Projection.stereo70().toPlane(county.boundaries().byUat().get(locality.uatSiruta()));
            assertThat(uat.contains(BoundaryJoin.metres(locality.position()))).isTrue();
        });
    }

    @Test
    void officialBoundariesBeatTheGrid() throws IOException {
        MadeUpCounty.copyTo(folder);
        Files.writeString(folder.resolve("uat-boundaries.geojson"), MapFiles.quarters(MadeUpCounty.UATS));
        Boundaries boundaries = CountyFolder.read(folder).boundaries();
        assertThat(boundaries.generalised()).isFalse();
        assertThat(boundaries.byUat().get(MadeUpCounty.TOWN).getNumPoints()).isEqualTo(5);
    }

    @Test
    void marketDaysAndTermsAreRead() {
        CountyCalendar calendar = MadeUpCounty.read().calendar();
        assertThat(calendar.marketDays())
                .containsExactly(
                        new MarketDay(900_100, DayOfWeek.MONDAY, List.of(), "made up"),
                        new MarketDay(
                                900_100,
                                DayOfWeek.SATURDAY,
                                List.of(Month.JANUARY, Month.FEBRUARY, Month.JUNE, Month.NOVEMBER, Month.DECEMBER),
                                "made up"),
                        new MarketDay(
                                900_200,
                                DayOfWeek.THURSDAY,
                                List.of(
                                        Month.APRIL,
                                        Month.MAY,
                                        Month.JUNE,
                                        Month.JULY,
                                        Month.AUGUST,
                                        Month.SEPTEMBER,
                                        Month.OCTOBER),
                                "made up"));
        assertThat(calendar.schoolTerms()).extracting(SchoolTerm::name).containsExactly("Modulul 1", "Modulul 3");
    }

    @Test
    void aCountyWithoutACalendarOrWithAnEmptyOneHasNoSpecialDays() throws IOException {
        MadeUpCounty.copyTo(folder);
        Files.delete(folder.resolve("market-days.csv"));
        Files.writeString(folder.resolve("school-terms.csv"), "from,to,name\n");
        assertThat(CountyFolder.read(folder).calendar()).isEqualTo(CountyCalendar.EMPTY);
    }

    /** The bundled figures name where they come from, or nobody could tell whether they still hold. */
    @Test
    void theBundledCountysCalendarNamesItsSources() {
        CountyCalendar cluj = CountyFolder.read(Path.of("geodata/cluj")).calendar();
        assertThat(cluj.marketDays()).isNotEmpty().allMatch(day -> !day.source().isEmpty());
        assertThat(cluj.schoolTerms())
                .hasSize(10)
                .allMatch(term -> !term.source().isEmpty());
        assertThat(cluj.isSchoolDay(LocalDate.of(2027, 2, 15)))
                .as("Cluj's mobile week")
                .isFalse();
        assertThat(cluj.suitsSchool(LocalDate.of(2027, 7, 1))).isFalse();
        assertThat(cluj.knowsSchoolOn(LocalDate.of(2027, 9, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uats.csv|900200,Izvoru|900100,Izvoru|uats.csv, line 3, column siruta: was used",
                "uats.csv|,town,|,city,|uats.csv, line 2, column type: must be municipality",
                "uats.csv|town_hall_address|service|uats.csv: column service of UAT 900100 names no local service",
                "uats.csv|seat_siruta|seat|uats.csv, line 1: has no column \"seat_siruta\"",
                "uats.csv|900101,46|900201,46|uats.csv: the seat (column seat_siruta) of UAT 900100",
                "localities.csv|,900200,22|,900999,22|localities.csv, line 5, column uat_siruta: is not the code of a UAT",
                "localities.csv|900202,P|900102,P|localities.csv, line 6, column siruta: was used",
                "localities.csv|900403,Vad,900400,23,45.9|900403,Vad,900400,23,25.9|localities.csv, line 13, column lat: lies outside Romania",
                "localities.csv|900403,Vad,900400,23,45.9|900403,Vad,900400,23,NaN9|localities.csv, line 13, column lat: must be decimal degrees",
                "localities.csv|,made up,9800|,made up,-3|localities.csv, line 2, column population_2011: must be a whole number",
                "localities.csv|Gura Văii|\"Gura Văii|localities.csv, line",
                "localities.csv|Gura Văii|Gura, Văii|has more cells than the header",
                "localities.csv|Gura Văii||localities.csv, line 7, column name: is empty",
                "localities.csv|900202,|900200,|localities.csv, line 6, column siruta: is the code of a UAT",
                "localities.csv|900202,|9002021,|column siruta: must be a SIRUTA code of one to six digits",
                "venues.csv|900202,900200,|900299,900200,|venues.csv, line 6, column locality_siruta",
                "market-days.csv|900200|900999|market-days.csv, line 2, column uat_siruta: is not the code of a UAT",
                "market-days.csv|joi|azi|market-days.csv, line 2, column weekday: must be a day of the week",
                "market-days.csv|4-10|4-13|market-days.csv, line 2, column months: must be months",
                "market-days.csv|4-10|april|market-days.csv, line 2, column months: must be months",
                "market-days.csv|Sâmbătă|luni|market-days.csv, line 4, column weekday: stands for this UAT",
                "market-days.csv|weekday|day|market-days.csv, line 1: has no column \"weekday\"",
                "school-terms.csv|2027-01-11|11.1.2027|school-terms.csv, line 2, column from: must be a day such as",
                "school-terms.csv|2027-02-12|2027-01-10|school-terms.csv, line 2, column to: comes before",
                "school-terms.csv|2027-02-12|2027-09-01|school-terms.csv, line 2, column to: lies in another school year",
                "school-terms.csv|2026-10-23|2027-01-11|school-terms.csv, line 3, column from: lies in the term",
                "school-terms.csv|,Modulul 1|,|school-terms.csv, line 3, column name: is empty",
                "uat-grid-500m.csv|900400|900401|column siruta: is not the code of a UAT",
                "uat-grid-500m.csv|900400|900300|no square belongs to UAT 900400",
                "county.properties|2026-01-01|yesterday|boundaries.date: must be a date",
            })
    void whatIsWrongSaysFileRowColumnAndHowToMendIt(String file, String from, String to, String complaint) {
        MadeUpCounty.copyTo(folder);
        MadeUpCounty.edit(folder, file, from, to == null ? "" : to);
        assertThatThrownBy(() -> CountyFolder.read(folder))
                .isInstanceOf(TerritoryProblem.CountyFolderUnusable.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void anotherEncodingThanUtf8IsRefusedWithItsLine() throws IOException {
        MadeUpCounty.copyTo(folder);
        Path file = folder.resolve("localities.csv");
        Files.writeString(
                file, Files.readString(file).replace("ț", "ţ").replace("Ț", "Ţ"), Charset.forName("windows-1250"));
        assertThatThrownBy(() -> CountyFolder.read(folder))
                .isInstanceOf(TerritoryProblem.CountyFolderUnusable.class)
                .hasMessageContaining("localities.csv, line 2: is not UTF-8");
    }

    @Test
    void aFolderThatIsNotThereOrLacksATableIsRefused() throws IOException {
        assertThatThrownBy(() -> CountyFolder.read(folder.resolve("nowhere"))).hasMessageContaining("CARAVANA_COUNTY");
        assertThatThrownBy(() -> CountyFolder.read(folder)).hasMessageContaining("uats.csv is missing");
        Files.writeString(folder.resolve("uats.csv"), "");
        assertThatThrownBy(() -> CountyFolder.read(folder)).hasMessageContaining("uats.csv, line 1: is empty");
        Files.writeString(folder.resolve("uats.csv"), "siruta,name,type,seat_siruta,lat,lon\n");
        assertThatThrownBy(() -> CountyFolder.read(folder)).hasMessageContaining("has a header but no rows");
    }

    @Test
    void aByteOrderMarkAndSemicolonsDoNoHarm() throws IOException {
        MadeUpCounty.copyTo(folder);
        Path file = folder.resolve("localities.csv");
        Files.writeString(file, "\uFEFF" + Files.readString(file).replace(',', ';'));
        assertThat(CountyFolder.read(folder).territory().listLocalities()).hasSize(12);
    }
}
