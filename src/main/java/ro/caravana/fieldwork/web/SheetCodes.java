package ro.caravana.fieldwork.web;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.web.util.UriComponentsBuilder;
import ro.caravana.fieldwork.FieldProblem;

/** Finds the codes of counting sheets in a picture. Nothing of the picture is kept. */
final class SheetCodes {
    /** A side of more pixels is read thinner, for the sake of memory. */
    private static final int SIDE = 4_800;

    /**
     * Longest sides at which a code is looked for, in pixels. A sheet on a table fills a part of the picture only, so its code needs
     * many; in a grainy one fewer show it better.
     */
    private static final int[] SIDES = {2_400, 3_200, 1_800, 1_200};

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
        for (int side : SIDES) {
            List<String> found = visitsIn(thinner(image, side));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Made smaller by averages, which takes the grain of a dark room away with it; never larger. */
    private static BufferedImage thinner(BufferedImage image, int side) {
        double scale = Math.min(1.0, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    private static List<String> visitsIn(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return Stream.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))
                .map(SheetCodes::visitsIn)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> visitsIn(Binarizer blackAndWhite) {
        try {
            Result[] codes = new QRCodeMultiReader()
                    .decodeMultiple(new BinaryBitmap(blackAndWhite), Map.of(DecodeHintType.TRY_HARDER, true));
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
