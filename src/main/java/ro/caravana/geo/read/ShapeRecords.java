package ro.caravana.geo.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ro.caravana.geo.GeoProblem;

/**
 * Walks the records of a .shp file before the driver does (ESRI Shapefile Technical Description, 1998): the driver trusts the counts
 * it finds and would reserve any amount of memory for them.
 */
final class ShapeRecords {
    private static final int HEADER_BYTES = 100;
    private static final int FILE_CODE = 9994;
    /** Type, bounding box, number of parts, number of points. */
    private static final int POLYGON_START_BYTES = 44;

    private ShapeRecords() {}

    static void check(Path shp) throws IOException {
        try (FileChannel file = FileChannel.open(shp, StandardOpenOption.READ)) {
            long size = file.size();
            if (size < HEADER_BYTES
                    || bytes(file, 0, 4).order(ByteOrder.BIG_ENDIAN).getInt() != FILE_CODE) {
                throw damaged(0);
            }
            long at = HEADER_BYTES;
            for (long record = 1; at < size; record++) {
                if (at + 8 > size) {
                    throw damaged(record);
                }
                long content =
                        2L * bytes(file, at + 4, 4).order(ByteOrder.BIG_ENDIAN).getInt();
                if (content < 4 || at + 8 + content > size || !countsFit(file, at + 8, content)) {
                    throw damaged(record);
                }
                at += 8 + content;
            }
        }
    }

    /** Lines and polygons of every dimension (3, 5, 13, 15, 23, 25) begin alike. */
    private static boolean countsFit(FileChannel file, long at, long content) throws IOException {
        int type = bytes(file, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (type % 10 != 3 && type % 10 != 5) {
            return true;
        }
        if (content < POLYGON_START_BYTES) {
            return false;
        }
        ByteBuffer counts = bytes(file, at + 36, 8).order(ByteOrder.LITTLE_ENDIAN);
        long parts = counts.getInt();
        long points = counts.getInt();
        return parts >= 0 && points >= 0 && POLYGON_START_BYTES + 4 * parts + 16 * points <= content;
    }

    private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        file.read(buffer, at);
        return buffer.flip();
    }

    private static GeoProblem damaged(long record) {
        return new GeoProblem.MapFileUnreadable(
                "The .shp file is damaged or cut short at record " + record + "; export it again.");
    }
}
