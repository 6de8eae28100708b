package ro.caravana.fieldwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import ro.caravana.fieldwork.FieldProblem;

/** Pictures that are no counting sheet. */
class SheetCodesTests {
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
        assertThat(SheetCodes.step(2_400, 100)).isEqualTo(1);
        assertThat(SheetCodes.step(2_401, 100)).isEqualTo(2);
        assertThat(SheetCodes.step(100, 12_000)).isEqualTo(5);
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
