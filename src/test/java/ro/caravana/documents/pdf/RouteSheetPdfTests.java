package ro.caravana.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.keep;
import static ro.caravana.documents.support.SampleDocuments.routeSheet;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.documents.support.SampleDocuments;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class RouteSheetPdfTests {
    @Test
    void anOrdinaryDayFitsOnOnePage() {
        byte[] pdf = pdf(4, Language.RO);
        keep("foaie-parcurs-4-opriri.pdf", pdf);
        PdfPages pages = PdfPages.read(pdf);
        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.all())
                .contains("Foaia de parcurs a echipei", "joi, 18 martie 2027 · Stația 1")
                .contains("Berchieșu, Frata", "08:51–10:15", "Primărie: Str. Principală nr. 1, Frata")
                .contains("estimat", "primarul și postul de poliție sunați cu o zi înainte")
                .contains("DATE SINTETICE, PENTRU PROBĂ", "drumurile sunt desenate schematic");
    }

    @Test
    void aLongDayGoesOnWithItsTableHead() {
        byte[] pdf = pdf(9, Language.EN);
        keep("route-sheet-9-stops.pdf", pdf);
        PdfPages pages = PdfPages.read(pdf);
        assertThat(pages.count()).isEqualTo(2);
        assertThat(pages.page(2)).contains("Arrives", "Before leaving");
    }

    @Test
    void aVisitAtHomeNamesNoPlaceBeyondItsLocality() {
        assertThat(PdfPages.read(pdf(6, Language.RO)).all()).contains("la domiciliu · La domiciliu");
    }

    @Test
    void aPhoneReadsTheDaysAddress() throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf(2, Language.RO))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(topRight(page))))
                            .getText())
                    .isEqualTo(SampleDocuments.DAY_URL);
        }
    }

    @Test
    void theSameDayGivesTheSameBytes() {
        assertThat(pdf(3, Language.RO)).isEqualTo(pdf(3, Language.RO));
    }

    private static LuminanceSource topRight(BufferedImage page) {
        int left = page.getWidth() * 7 / 10;
        int width = page.getWidth() - left;
        int height = page.getHeight() / 6;
        return new RGBLuminanceSource(width, height, page.getRGB(left, 0, width, height, null, 0, width));
    }

    private static byte[] pdf(int stops, Language language) {
        return new RouteSheetPdf(new Texts(language, 5)).write(routeSheet(stops));
    }
}
