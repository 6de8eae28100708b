package ro.caravana.documents.pdf;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ro.caravana.coordination.NoticeLetter;
import ro.caravana.documents.model.NoticeSheet;
import ro.caravana.documents.text.Texts;

/** Letters that tell a mayor or a police post something about a visit, and ask nothing; one a page. Thread-safe. */
public final class NoticeLetterPdf {
    private final Texts texts;
    private final LetterSheets sheets;

    public NoticeLetterPdf(Texts texts) {
        this.texts = texts;
        this.sheets = new LetterSheets(texts);
    }

    /** @param county the county's name without "județul" */
    public byte[] write(String county, List<NoticeSheet> letters, Instant now) {
        return PdfWriter.write(
                sheets.html(county, letters.stream().map(this::letter).toList(), now), now);
    }

    private Map<String, Object> letter(NoticeSheet sheet) {
        NoticeLetter letter = sheet.letter();
        Map<String, Object> page = sheets.head(
                letter.partner(),
                letter.visit(),
                letter.registryNumber(),
                letter.registeredOn(),
                sheet.postalAddress(),
                sheet.synthetic());
        page.put("subject", letter.subject());
        page.put("intro", letter.paragraphs());
        page.put("facts", sheets.whereAndWhen(letter.visit()));
        sheet.posterPage().ifPresent(url -> {
            page.put("has-page", true);
            page.put("page", url.toString());
            page.put("page-qr", qr(url));
        });
        return page;
    }

    private String qr(URI url) {
        return QrCode.draw(url.toString(), texts.text("letter-page-qr"));
    }
}
