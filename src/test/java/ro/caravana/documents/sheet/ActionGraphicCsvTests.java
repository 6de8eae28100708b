package ro.caravana.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.GENERATED_AT;
import static ro.caravana.documents.support.SampleDocuments.GROUP;
import static ro.caravana.documents.support.SampleDocuments.PLANNER;
import static ro.caravana.documents.support.SampleDocuments.graphic;
import static ro.caravana.documents.support.SampleDocuments.graphicStanding;
import static ro.caravana.documents.support.SampleDocuments.graphicWithVenue;
import static ro.caravana.documents.support.SampleDocuments.keep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class ActionGraphicCsvTests {
    @Test
    void everyVisitIsARecordWithIsoDates() {
        List<CsvRecord> records = records(graphic(820, PLANNER));
        assertThat(records).hasSize(821);
        assertThat(records.get(0).getFields()).startsWith("Nr.", "Data", "Ziua", "Ora de început");
        assertThat(records.get(1).getFields())
                .startsWith("1", "2027-01-18", "luni", "08:51", "10:45", "Frata", "Berchieșu", "Căminul cultural");
        assertThat(records)
                .allSatisfy(record -> assertThat(record.getFieldCount()).isEqualTo(18));
    }

    @Test
    void bothPartnersAndTheVisitAreToldAsTheyStand() {
        LocalDate day = LocalDate.of(2027, 1, 18);
        List<CsvRecord> records = records(graphicStanding(
                new Standing(VisitState.CONFIRMED_BY_POLICE, Optional.empty(), day, 2, Optional.of(GENERATED_AT)),
                new Standing(VisitState.DECLINED, Optional.of(Partner.MAYOR), day, 2, Optional.of(GENERATED_AT)),
                new Standing(VisitState.CONFIRMED, Optional.empty(), day.plusDays(1), 2, Optional.of(GENERATED_AT))));
        assertThat(records)
                .extracting(record -> record.getFields().subList(12, 16))
                .containsExactly(
                        List.of("Primar", "Poliție", "Starea", "Observații"),
                        List.of("fără răspuns încă", "de acord", "confirmată de poliție", ""),
                        List.of("a refuzat", "–", "refuzată de primar", ""),
                        List.of("de acord", "de acord", "confirmată", "mutată pe 19.01.2027"));
    }

    @Test
    void excelIsToldThatItIsUtf8UnlessAskedNot() {
        byte[] marked = new ActionGraphicCsv(new Texts(Language.RO, 5), true).write(graphic(3, PLANNER));
        keep("grafic-actiuni.csv", marked);
        assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new ActionGraphicCsv(new Texts(Language.RO, 5), false).write(graphic(3, PLANNER)))
                .startsWith('N', 'r');
    }

    @Test
    void semicolonsAndQuotesInANameSurvive() {
        String venue = "Școala \"Pavel Dan\"; sala 2\nparter";
        assertThat(records(graphicWithVenue(venue)).get(1).getField(7)).isEqualTo(venue);
    }

    @Test
    void aNameThatLooksLikeAFormulaIsDefused() {
        for (String venue : List.of("=HYPERLINK(1)", "+1", "-1", "@x", "\t=1")) {
            assertThat(records(graphicWithVenue(venue)).get(1).getField(7)).isEqualTo("'" + venue);
        }
    }

    @Test
    void smallFiguresAreHiddenFromTheWorkingGroup() {
        assertThat(records(graphic(30, GROUP)))
                .extracting(record -> record.getField(9))
                .contains("ascuns")
                .doesNotContain("1");
    }

    private static List<CsvRecord> records(ActionGraphic graphic) {
        byte[] csv = new ActionGraphicCsv(new Texts(Language.RO, 5), false).write(graphic);
        return CsvReader.builder().fieldSeparator(';').ofCsvRecord(new String(csv, StandardCharsets.UTF_8)).stream()
                .toList();
    }
}
