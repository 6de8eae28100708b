package ro.caravana.geo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A Shapefile of one square kilometre, written byte by byte (ESRI Shapefile Technical Description, 1998; dBASE III). */
final class Shapefiles {
    /** Clockwise, as the format asks. */
    private static final double[][] RING = {
        {500_000, 500_000}, {500_000, 501_000}, {501_000, 501_000}, {501_000, 500_000}, {500_000, 500_000}
    };

    static final Geometry SQUARE = new GeometryFactory()
            .createPolygon(java.util.Arrays.stream(RING)
                    .map(point -> new Coordinate(point[0], point[1]))
                    .toArray(Coordinate[]::new));

    /** As GIS programs write it: no datum shift. */
    static final String STEREO70_PRJ = """
            PROJCS["Pulkovo_1942_Adj_58_Stereo_70",GEOGCS["GCS_Pulkovo_1942_Adj_1958",DATUM["D_Pulkovo_1942_Adj_1958",\
            SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],\
            PROJECTION["Double_Stereographic"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",500000.0],\
            PARAMETER["Central_Meridian",25.0],PARAMETER["Scale_Factor",0.99975],PARAMETER["Latitude_Of_Origin",46.0],UNIT["Meter",1.0]]""";

    private static final int RECORD_BYTES = 44 + 4 + 16 * RING.length;
    private static final int FIELD_BYTES = 40;

    private Shapefiles() {}

    static Map<String, byte[]> square(String column1, String value1, String column2, String value2, Charset charset)
            throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("uat.shp", shp());
        parts.put("uat.shx", shx());
        parts.put("uat.dbf", dbf(column1, value1, column2, value2, charset));
        parts.put("uat.cpg", charset.name().replace("windows-", "").getBytes(StandardCharsets.US_ASCII));
        return parts;
    }

    private static byte[] shp() {
        ByteBuffer shp = header(100 + 8 + RECORD_BYTES);
        shp.order(ByteOrder.BIG_ENDIAN).putInt(1).putInt(RECORD_BYTES / 2);
        shp.order(ByteOrder.LITTLE_ENDIAN).putInt(5);
        box(shp);
        shp.putInt(1).putInt(RING.length).putInt(0);
        for (double[] point : RING) {
            shp.putDouble(point[0]).putDouble(point[1]);
        }
        return shp.array();
    }

    private static byte[] shx() {
        return header(108)
                .order(ByteOrder.BIG_ENDIAN)
                .putInt(50)
                .putInt(RECORD_BYTES / 2)
                .array();
    }

    private static ByteBuffer header(int bytes) {
        ByteBuffer header = ByteBuffer.allocate(bytes);
        header.putInt(0, 9994).putInt(24, bytes / 2);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5).position(36);
        box(header);
        return header.position(100);
    }

    private static void box(ByteBuffer buffer) {
        buffer.putDouble(500_000).putDouble(500_000).putDouble(501_000).putDouble(501_000);
    }

    private static byte[] dbf(String column1, String value1, String column2, String value2, Charset charset) {
        ByteBuffer dbf =
                ByteBuffer.allocate(32 + 64 + 1 + 1 + 2 * FIELD_BYTES + 1).order(ByteOrder.LITTLE_ENDIAN);
        dbf.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1).putInt(1);
        dbf.putShort((short) 97).putShort((short) (1 + 2 * FIELD_BYTES)).position(32);
        field(dbf, column1);
        field(dbf, column2);
        dbf.put((byte) 0x0D).put((byte) ' ');
        text(dbf, value1, charset);
        text(dbf, value2, charset);
        dbf.put((byte) 0x1A);
        return dbf.array();
    }

    private static void field(ByteBuffer dbf, String name) {
        byte[] field = new byte[32];
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, field, 0, name.length());
        field[11] = 'C';
        field[16] = FIELD_BYTES;
        dbf.put(field);
    }

    private static void text(ByteBuffer dbf, String value, Charset charset) {
        byte[] padded = new byte[FIELD_BYTES];
        java.util.Arrays.fill(padded, (byte) ' ');
        byte[] bytes = value.getBytes(charset);
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        dbf.put(padded);
    }
}
