package ro.caravana.fieldwork.web;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.web.util.UriComponentsBuilder;
import ro.caravana.fieldwork.FieldProblem;

/** Finds the codes of counting sheets in a picture. Nothing of the picture is kept. */
final class SheetCodes {
    /** A side of more pixels is read thinner: a code needs some hundred. */
    private static final int SIDE = 2_400;

    /** Beyond this a small file would unfold into a memory full of pixels. */
    private static final long MOST_PIXELS = 120_000_000;

    private SheetCodes() {}

    /**
     * The visits that a picture's codes name, each once; empty where it shows no code of ours.
     *
     * @param picture JPEG, PNG, GIF or BMP
     * @throws FieldProblem.UnreadablePicture 400
     */
    static List<String> visitsIn(byte[] picture) {
        BufferedImage image = read(picture);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            Result[] codes = new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(codes)
                    .flatMap(code -> visit(code.getText()).stream())
                    .distinct()
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    private static BufferedImage read(byte[] picture) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new FieldProblem.UnreadablePicture();
            }
            ImageReader reader = readers.next();
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw new FieldProblem.UnreadablePicture();
            }
            int step = step(width, height);
            ImageReadParam thinner = reader.getDefaultReadParam();
            thinner.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, thinner);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new FieldProblem.UnreadablePicture();
        }
    }

    /** Every how many pixels one is read, so that no side is longer than {@value #SIDE}. */
    static int step(long width, long height) {
        return (int) ((Math.max(width, height) + SIDE - 1) / SIDE);
    }

    /** Whatever host the sheet was printed under: only the visit counts. */
    private static Optional<String> visit(String text) {
        try {
            var query = UriComponentsBuilder.fromUriString(text).build().getQueryParams();
            return "teren".equals(query.getFirst("w"))
                    ? Optional.ofNullable(query.getFirst("visit"))
                    : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
