package ro.caravana.documents.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Liberation Sans, which has ș and ț with a comma below. Unpacked to temporary files, because the renderer gives fonts to pictures only
 * when they come as files; unpacked again where somebody tidied them away. Thread-safe.
 */
final class Fonts {
    private static final String FAMILY = "Liberation Sans";
    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

    private Fonts() {}

    static void addTo(PdfRendererBuilder builder) {
        builder.useFont(file("Regular").toFile(), FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE);
        builder.useFont(file("Bold").toFile(), FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE);
    }

    private static Path file(String style) {
        return FILES.compute(style, (key, file) -> file != null && Files.exists(file) ? file : unpack(style));
    }

    private static Path unpack(String style) {
        try (InputStream font = Fonts.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf")) {
            if (font == null) {
                throw new IllegalStateException("the font Liberation Sans is not on the class path");
            }
            Path file = Files.createTempFile("caravana-font-", ".ttf");
            file.toFile().deleteOnExit();
            Files.write(file, font.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
