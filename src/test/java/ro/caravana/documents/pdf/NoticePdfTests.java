package ro.caravana.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.keep;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.coordination.Announcement;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

/** A poster is one sheet on a door: whatever the place is called, its square is whole and a telephone reads it. */
class NoticePdfTests {
    private static final URI PAGE =
            URI.create("https://caravana.example.org/public/visits/825ad56e-1457-4c1a-9186-fdd87364a8ea.v58320-1");

    @ParameterizedTest
    @CsvSource({
        "A4, Luna, Căminul Cultural ”Prof. Nicolae Mazare” Luna",
        "A3, Luna, Căminul Cultural ”Prof. Nicolae Mazare” Luna",
        "A4, Măguri-Răcătău, Școala gimnazială",
        "A3, Măguri-Răcătău, Școala gimnazială",
        "A4, Măguri-Răcătău, LONGEST",
        "A3, Măguri-Răcătău, LONGEST",
        "A4, Măguri-Răcătău, UNBROKEN",
        "A3, Măguri-Răcătău, UNBROKEN"
    })
    void aPosterIsOneSheetWithItsSquareWhole(Paper paper, String locality, String place) throws Exception {
        String room = switch (place) {
            case "LONGEST" -> "Căminul cultural, sala mare de la parter, intrarea din curte, lângă școală ".repeat(3);
            case "UNBROKEN" -> "Ș".repeat(200);
            default -> place;
        };
        byte[] pdf = new NoticePdf(new Texts(Language.RO, 5), paper)
                .write("Cluj", visit(locality, room.substring(0, Math.min(200, room.length()))), PAGE, true);
        keep("afis-" + paper + "-" + locality + "-" + place.length() + ".pdf", pdf);
        assertThat(PdfPages.read(pdf).count()).isEqualTo(1);
        assertThat(square(pdf)).isEqualTo(PAGE.toString());
    }

    private static Announcement visit(String locality, String place) {
        return new Announcement(
                "v58320-1",
                58320,
                58311,
                locality,
                locality,
                place,
                LocalDate.of(2026, 12, 9),
                39_120,
                54_000,
                "CAPTURE",
                Announcement.Status.HOLDS,
                Instant.parse("2026-11-28T10:54:50Z"),
                3);
    }

    private static String square(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            return new QRCodeReader().decode(bitmap).getText();
        }
    }
}
