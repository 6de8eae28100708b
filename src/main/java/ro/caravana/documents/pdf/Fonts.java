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
import java.util.Set;

/**
 * Liberation Sans, which has ș and ț with a comma below. Unpacked once to temporary files: the renderer gives fonts to pictures only
 * when they come as files.
 */
final class Fonts {
    private static final String FAMILY = "Liberation Sans";
    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Path REGULAR = unpack("Regular");
    private static final Path BOLD = unpack("Bold");

    private Fonts() {}

    static void addTo(PdfRendererBuilder builder) {
        builder.useFont(REGULAR.toFile(), FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE);
        builder.useFont(BOLD.toFile(), FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE);
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
