package ro.caravana.fieldwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.fieldwork.FieldProblem;

/** Pictures that are no counting sheet. */
class SheetCodesTests {
    private static final String VISIT = "d4e991cd-01de-47e2-94af-327b244ff925.v58669-1";

    @Test
    void aPictureWithoutACodeNamesNoVisit() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        assertThat(SheetCodes.visitsIn(bytes.toByteArray())).isEmpty();
    }

    /** Its head promises more pixels than fit into memory; nothing of them is unfolded. */
    @Test
    void aSmallFileThatWouldUnfoldIntoTooManyPixelsIsRefused() throws IOException {
        byte[] bomb = head(100_000, 100_000);
        assertThatExceptionOfType(FieldProblem.UnreadablePicture.class).isThrownBy(() -> SheetCodes.visitsIn(bomb));
    }

    @Test
    void aLongSideIsReadThinnerUntilItFits() {
        assertThat(SheetCodes.step(4_800, 100)).isEqualTo(1);
        assertThat(SheetCodes.step(4_801, 100)).isEqualTo(2);
        assertThat(SheetCodes.step(100, 12_000)).isEqualTo(3);
    }

    /** Twelve megapixels of which the sheet's code is a small, turned part. */
    @ParameterizedTest
    @CsvSource({"45, 0", "8, 45", "45, 45", "187, 45"})
    void aSheetOnATableIsRead(int degrees, int grain) throws Exception {
        assertThat(SheetCodes.visitsIn(photo(degrees, grain))).containsExactly(VISIT);
    }

    private static byte[] photo(int degrees, int grain) throws Exception {
        BufferedImage table = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = table.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, 4_000, 3_000);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), 2_000, 1_500);
        pen.setColor(Color.WHITE);
        pen.fillRect(1_300, 800, 1_200, 1_400);
        BitMatrix code = new QRCodeWriter()
                .encode("https://caravana.example.ro/?w=teren&visit=" + VISIT, BarcodeFormat.QR_CODE, 280, 280);
        pen.drawImage(drawn(code), 1_500, 1_000, null);
        pen.dispose();
        grained(table, grain);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(table, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage drawn(BitMatrix code) {
        BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < code.getWidth(); x++) {
            for (int y = 0; y < code.getHeight(); y++) {
                image.setRGB(x, y, code.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }

    private static void grained(BufferedImage picture, int grain) {
        WritableRaster pixels = picture.getRaster();
        Random random = new Random(1);
        for (int x = 0; grain > 0 && x < 4_000; x++) {
            for (int y = 0; y < 3_000; y++) {
                double value = pixels.getSample(x, y, 0) + random.nextGaussian() * grain;
                pixels.setSample(x, y, 0, (int) Math.min(255, Math.max(0, value)));
            }
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatExceptionOfType(FieldProblem.UnreadablePicture.class)
                .isThrownBy(() -> SheetCodes.visitsIn(new byte[] {1, 2, 3}));
    }

    /** A PNG's signature and head. */
    private static byte[] head(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        out.writeInt(13);
        var sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        for (DataOutputStream each : new DataOutputStream[] {out, new DataOutputStream(sum)}) {
            each.writeBytes("IHDR");
            each.writeInt(width);
            each.writeInt(height);
            each.write(new byte[] {8, 0, 0, 0, 0});
        }
        out.writeInt((int) sum.getChecksum().getValue());
        return bytes.toByteArray();
    }
}
