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
import java.util.zip.CRC32;
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

    private PdfWriter() {}

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
