package ro.caravana.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import ro.caravana.documents.support.PdfPages;

class PdfWriterTests {
    private static final Instant NOON = Instant.parse("2027-01-11T10:00:00Z");

    @Test
    void nothingIsFetchedWhateverThePageAsksFor() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] pdf = PdfWriter.write(page(address), NOON);
            assertThat(PdfPages.read(pdf).all()).contains("Rămâne textul");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void filesOfThisMachineStayWhereTheyAre() {
        byte[] pdf = PdfWriter.write(
                "<!DOCTYPE html><html lang=\"ro\"><head><title>t</title><style>body { font-family: \"Liberation Sans\" }</style></head><body><p>Rămâne textul</p>"
                        + "<object data=\"file:///etc/hostname\" type=\"text/plain\"></object><img alt=\"\" src=\"file:///etc/hostname\"/>"
                        + "</body></html>",
                NOON);
        assertThat(PdfPages.read(pdf).all().strip()).isEqualTo("Rămâne textul");
    }

    @Test
    void creationIsDatedAsTold() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfWriter.write(page(""), NOON))) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(NOON);
        }
    }

    private static String page(String address) {
        return "<!DOCTYPE html><html lang=\"ro\"><head><title>t</title>"
                + "<link rel=\"stylesheet\" href=\"" + address + "/a.css\"/>"
                + "<style>body { font-family: \"Liberation Sans\"; background: url(" + address
                + "/b.png) }</style></head>"
                + "<body><p>Rămâne textul</p><img alt=\"\" src=\"" + address + "/c.png\"/>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"10\" height=\"10\">"
                + "<title>t</title><image xlink:href=\"" + address
                + "/d.png\" width=\"10\" height=\"10\"/></svg></body></html>";
    }
}
