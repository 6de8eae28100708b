package ro.caravana.documents.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.function.DoubleFunction;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import ro.caravana.documents.text.Texts;

/**
 * Draws XHTML as a tagged PDF with its fonts inside. Nothing is fetched: whatever address a page names is refused. The same page made
 * at the same moment gives the same bytes. Thread-safe.
 */
final class PdfWriter {
    static {
        XRLog.setLoggingEnabled(false); // one line per style rule, thousands per document
    }

    private static final double SMALLER = 0.94;
    private static final double SMALLEST = 0.5;

    private PdfWriter() {}

    /**
     * Makes the letters smaller until all stands on one page, but not less than half as large.
     *
     * @param page for letters of this size, 1 being the ordinary one
     */
    static byte[] writeOnOnePage(DoubleFunction<String> page, Instant generatedAt) {
        byte[] pdf = write(page.apply(1), generatedAt);
        for (double size = SMALLER; size > SMALLEST && pages(pdf) > 1; size *= SMALLER) {
            pdf = write(page.apply(size), generatedAt);
        }
        return pdf;
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param generatedAt becomes the document's creation date */
    static byte[] write(String xhtml, Instant generatedAt) {
        var builder = new PdfRendererBuilder();
        var bytes = new ByteArrayOutputStream();
        builder.withHtmlContent(xhtml, null);
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> false, moment);
        }
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        Fonts.addTo(builder);
        builder.withProducer("Caravana");
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            date(renderer.getPdfDocument(), xhtml, generatedAt);
            renderer.getPdfDocument().save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** PDFBox would stamp the present moment and an id made from it. */
    private static void date(PDDocument document, String xhtml, Instant generatedAt) {
        PDDocumentInformation information = document.getDocumentInformation();
        var moment = GregorianCalendar.from(generatedAt.atZone(Texts.ZONE));
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        var checksum = new CRC32();
        checksum.update(xhtml.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(checksum.getValue());
    }
}
