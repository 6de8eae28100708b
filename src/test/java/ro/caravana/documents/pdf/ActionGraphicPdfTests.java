package ro.caravana.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.GENERATED_AT;
import static ro.caravana.documents.support.SampleDocuments.GROUP;
import static ro.caravana.documents.support.SampleDocuments.PLANNER;
import static ro.caravana.documents.support.SampleDocuments.graphic;
import static ro.caravana.documents.support.SampleDocuments.graphicStanding;
import static ro.caravana.documents.support.SampleDocuments.keep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.documents.support.SampleDocuments;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class ActionGraphicPdfTests {
    private static final int VISITS = 820;
    private static PdfPages year;

    @BeforeAll
    static void printTheYear() {
        byte[] pdf = pdf(graphic(VISITS, PLANNER), Language.RO, Paper.A3);
        keep("grafic-actiuni-a3.pdf", pdf);
        year = PdfPages.read(pdf);
    }

    @Test
    void everyVisitIsOnPaperOnce() {
        List<String> rows = year.all()
                .lines()
                .filter(line -> line.matches("^\\d+ \\p{L}+\\.? \\d\\d\\.\\d\\d\\.2027 .*"))
                .toList();
        assertThat(rows).hasSize(VISITS);
        assertThat(rows.get(VISITS - 1)).startsWith(VISITS + " ");
    }

    @Test
    void diacriticsAreLettersNotPictures() {
        assertThat(year.all())
                .contains("Direcția Județeană de Evidență a Persoanelor Cluj", "Graficul anual al acțiunilor 2027")
                .contains("Măguri-Răcătău", "Școala Gimnazială „Ioan Aluaș”", "Țaga", "Câmpia Turzii");
    }

    @Test
    void everyPageSaysWhichOneItIsAndThatTheDataAreSynthetic() {
        for (int page = 1; page <= year.count(); page++) {
            assertThat(year.page(page))
                    .contains("Pagina " + page + " / " + year.count())
                    .contains("DATE SINTETICE, PENTRU PROBĂ", "UZ INTERN")
                    .contains("Date la 31.12.2026; sursa: eșantion sintetic Cluj");
        }
    }

    @Test
    void theTableHeadIsOnEveryPageOfTheTable() {
        for (int page = 1; page < year.count(); page++) {
            assertThat(year.page(page)).contains("Localitatea", "Primar", "Poliție", "2027 ·");
        }
    }

    @Test
    void theDirectorSignsOnTheLastPage() {
        assertThat(year.page(year.count())).contains("Întocmit", "Verificat, șef serviciu", "Director executiv");
        assertThat(year.page(1)).contains("APROB,", "Nr. înregistrare");
    }

    @Test
    void visitsWithoutADayAreCountedByReason() {
        assertThat(year.page(year.count()))
                .contains("Vizite care nu au încăput în an: 2", "a-code-nobody-knows")
                .contains("1 Nicio zi din plan nu are deodată stația liberă și locul deschis.");
    }

    @Test
    void boxesAreTickedOnceAgreedAndWhatIsOffCountsInNoSum() {
        LocalDate day = LocalDate.of(2027, 1, 18);
        Standing mayor =
                new Standing(VisitState.CONFIRMED_BY_MAYOR, Optional.empty(), day, 2, Optional.of(GENERATED_AT));
        Standing off =
                new Standing(VisitState.DECLINED, Optional.of(Partner.POLICE), day, 2, Optional.of(GENERATED_AT));
        byte[] pdf = pdf(graphicStanding(mayor, off, Standing.proposed(day)), Language.RO, Paper.A3);
        keep("grafic-actiuni-stari.pdf", pdf);
        List<String> rows = PdfPages.read(pdf)
                .all()
                .lines()
                .filter(line -> line.matches("^\\d .*18\\.01\\.2027.*"))
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).containsOnlyOnce("×").contains("confirmată");
        assertThat(rows.get(1)).doesNotContain("×").contains("refuzată");
        assertThat(rows.get(2)).doesNotContain("×", "propusă");
        assertThat(PdfPages.read(pdf).all()).contains("vizite: 2 ·");
    }

    @Test
    void theWorkingGroupSeesNoSmallFigureAndNoSickPerson() {
        PdfPages shared = PdfPages.read(pdf(graphic(60, GROUP), Language.RO, Paper.A4));
        assertThat(shared.all())
                .contains("ascuns", "din care s-ar putea afla", "Deplasare în teren")
                .doesNotContain("domiciliu", "UZ INTERN");
        assertThat(year.all())
                .contains("La domiciliu")
                .contains("arată și cifrele sub 5")
                .doesNotContain("ascuns");
    }

    @Test
    void fourHundredCharactersOfVenueStayInTheirCell() {
        byte[] pdf = pdf(SampleDocuments.graphicWithVenue("Căminul".repeat(60)), Language.RO, Paper.A4);
        keep("grafic-nume-lung-a4.pdf", pdf);
        byte[] without = pdf(SampleDocuments.graphicWithVenue(""), Language.RO, Paper.A4);
        assertThat(letters(pdf, 'ă') - letters(without, 'ă')).isEqualTo(60);
    }

    @Test
    void markupInANameIsPrintedAndNotObeyed() {
        String venue = "<b>Școala</b> & {{t.page}}";
        assertThat(PdfPages.read(pdf(SampleDocuments.graphicWithVenue(venue), Language.RO, Paper.A3))
                        .all())
                .contains(venue);
    }

    @Test
    void aPlanWithoutVisitsIsStillADocument() {
        PdfPages empty = PdfPages.read(pdf(SampleDocuments.emptyGraphic(), Language.EN, Paper.A3));
        assertThat(empty.count()).isEqualTo(1);
        assertThat(empty.all()).contains("The plan holds no visit.", "APPROVED,");
    }

    @Test
    void theSameGraphicGivesTheSameBytes() {
        assertThat(pdf(graphic(30, PLANNER), Language.RO, Paper.A3))
                .isEqualTo(pdf(graphic(30, PLANNER), Language.RO, Paper.A3));
    }

    @Test
    void allFontsAreInside() {
        assertThat(year.fonts())
                .isNotEmpty()
                .allSatisfy(
                        font -> assertThat(font.isEmbedded()).as(font.getName()).isTrue());
    }

    private static long letters(byte[] pdf, char letter) {
        return PdfPages.read(pdf).all().chars().filter(found -> found == letter).count();
    }

    private static byte[] pdf(ActionGraphic graphic, Language language, Paper paper) {
        return new ActionGraphicPdf(new Texts(language, 5), paper).write(graphic);
    }
}
