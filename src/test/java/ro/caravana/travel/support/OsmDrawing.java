package ro.caravana.travel.support;

import com.google.protobuf.ByteString;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/** A road network drawn by hand in a test, written as OpenStreetMap XML or PBF. */
public final class OsmDrawing {
    private record Way(List<Long> nodes, Map<String, String> tags) {}

    private final Map<Long, double[]> nodes = new LinkedHashMap<>();
    private final List<Way> ways = new ArrayList<>();

    public OsmDrawing node(long id, double lat, double lon) {
        nodes.put(id, new double[] {lat, lon});
        return this;
    }

    /** @param tags in OpenStreetMap's notation, for example {@code "highway=primary maxspeed=50"} */
    public OsmDrawing way(String tags, long... through) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String tag : tags.split(" ")) {
            pairs.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
        }
        ways.add(new Way(java.util.Arrays.stream(through).boxed().toList(), pairs));
        return this;
    }

    public Path writeXml(Path file) throws IOException {
        StringBuilder xml =
                new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6' generator='test'>\n");
        nodes.forEach((id, at) -> xml.append("<node id='%d' lat='%s' lon='%s'/>%n".formatted(id, at[0], at[1])));
        for (int i = 0; i < ways.size(); i++) {
            xml.append("<way id='%d'>".formatted(i + 1));
            ways.get(i).nodes().forEach(node -> xml.append("<nd ref='%d'/>".formatted(node)));
            ways.get(i).tags().forEach((key, value) -> xml.append("<tag k='%s' v='%s'/>".formatted(key, value)));
            xml.append("</way>\n");
        }
        return Files.writeString(file, xml.append("</osm>\n"));
    }

    public Path writePbf(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Osmformat.HeaderBlock header = Osmformat.HeaderBlock.newBuilder()
                    .addRequiredFeatures("OsmSchema-V0.6")
                    .build();
            writeBlob(out, "OSMHeader", header.toByteString());
            writeBlob(out, "OSMData", block().toByteString());
        }
        return file;
    }

    private Osmformat.PrimitiveBlock block() {
        List<String> strings = new ArrayList<>(List.of("")); // string 0 is a delimiter by definition
        Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
        nodes.forEach((id, at) -> group.addNodes(Osmformat.Node.newBuilder()
                .setId(id)
                .setLat(Math.round(at[0] * 1e7))
                .setLon(Math.round(at[1] * 1e7))));
        Osmformat.PrimitiveGroup.Builder wayGroup = Osmformat.PrimitiveGroup.newBuilder();
        for (int i = 0; i < ways.size(); i++) {
            Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(i + 1);
            long previous = 0;
            for (long node : ways.get(i).nodes()) {
                way.addRefs(node - previous);
                previous = node;
            }
            ways.get(i)
                    .tags()
                    .forEach((key, value) -> way.addKeys(index(strings, key)).addVals(index(strings, value)));
            wayGroup.addWays(way);
        }
        Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
        strings.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
        return Osmformat.PrimitiveBlock.newBuilder()
                .setStringtable(table)
                .setGranularity(100)
                .addPrimitivegroup(group)
                .addPrimitivegroup(wayGroup)
                .build();
    }

    private static int index(List<String> strings, String text) {
        if (!strings.contains(text)) {
            strings.add(text);
        }
        return strings.indexOf(text);
    }

    private static void writeBlob(OutputStream out, String type, ByteString content) throws IOException {
        ByteString blob = Fileformat.Blob.newBuilder()
                .setRaw(content)
                .setRawSize(content.size())
                .build()
                .toByteString();
        ByteString head = Fileformat.BlobHeader.newBuilder()
                .setType(type)
                .setDatasize(blob.size())
                .build()
                .toByteString();
        new DataOutputStream(out).writeInt(head.size());
        head.writeTo(out);
        blob.writeTo(out);
    }
}
