package ro.caravana.documents.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as a reader meets it: text page by page. */
public record PdfPages(List<String> pages, List<PDFont> fonts) {
    public static PdfPages read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                var text = new PDFTextStripper();
                text.setSortByPosition(true);
                text.setStartPage(pages.size() + 1);
                text.setEndPage(pages.size() + 1);
                pages.add(text.getText(document));
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return new PdfPages(pages, fonts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int count() {
        return pages.size();
    }

    /** @param number from 1 */
    public String page(int number) {
        return pages.get(number - 1);
    }

    public String all() {
        return String.join("\n", pages);
    }
}
