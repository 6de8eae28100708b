package ro.caravana.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import ro.caravana.documents.support.PdfPages;

/** Keeps what was printed beside the pictures of the screens: the PDF, and each page as a picture; reads its text and its QR code. */
record Papers(PdfPages text, BufferedImage first) {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final int DOTS_PER_INCH = 110;

    /** What a link of the page leads to, as the person who is signed in there gets it. */
    static Papers fetch(Page page, String address, String name) throws IOException {
        APIResponse answer = page.request().get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return keep(answer.body(), name);
    }

    static Papers keep(byte[] pdf, String name) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage first = renderer.renderImageWithDPI(0, DOTS_PER_INCH);
            for (int at = 0; at < document.getNumberOfPages(); at++) {
                BufferedImage page = at == 0 ? first : renderer.renderImageWithDPI(at, DOTS_PER_INCH);
                ImageIO.write(
                        page,
                        "png",
                        FOLDER.resolve("%s-%d.png".formatted(name, at + 1)).toFile());
            }
            return new Papers(PdfPages.read(pdf), first);
        }
    }

    String all() {
        return text.all().replaceAll("\\s+", " ");
    }

    /** What a telephone would read from the first page. */
    String code() {
        int[] pixels = first.getRGB(0, 0, first.getWidth(), first.getHeight(), null, 0, first.getWidth());
        var source = new RGBLuminanceSource(first.getWidth(), first.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException none) {
            throw new AssertionError("no code on the first page", none);
        }
    }
}
