package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.Questionnaires;

/** A visit's questionnaire on paper: five questions, a place for words, the square to its page. Thread-safe. */
public final class QuestionnairePdf {
    private static final Template TEMPLATE = Templates.load("questionnaire");

    private final Texts texts;

    public QuestionnairePdf(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param county the county's name without "județul"
     * @param page where the same is answered by telephone
     */
    public byte[] write(String county, Questionnaires.Sheet sheet, URI page, boolean synthetic, Instant generatedAt) {
        Map<String, Object> paper = new HashMap<>();
        String place = sheet.bedside() ? sheet.uat() : sheet.locality();
        paper.put("t", Templates.messages(texts));
        paper.put("language", texts.language().tag());
        paper.put("title", texts.text("quality-title", place, texts.date(sheet.date())));
        paper.put("heading", texts.text("quality-heading"));
        paper.put("directorate", texts.text("directorate", county));
        paper.put("synthetic", synthetic);
        paper.put("intro", texts.text("quality-intro", texts.longDate(sheet.date()), place));
        paper.put("worst", texts.text("quality-worst"));
        paper.put("best", texts.text("quality-best"));
        paper.put(
                "questions",
                IntStream.rangeClosed(1, Questionnaires.QUESTIONS)
                        .mapToObj(number -> texts.text("quality-question-" + number))
                        .toList());
        paper.put("qr", QrCode.draw(page.toString(), texts.text("quality-by-phone")));
        paper.put("link", page.toString());
        return PdfWriter.write(TEMPLATE.execute(paper), generatedAt);
    }
}
