package ro.caravana.travel.network;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ro.caravana.travel.network.Network.Node;
import ro.caravana.travel.network.Network.Way;

/** Writes a network as OpenStreetMap XML, byte for byte the same for the same network. */
final class OsmXml {
    /** GraphHopper, like others, drives at nine tenths of a posted limit; the tables give speeds as driven. */
    private static final double DRIVEN_SHARE_OF_LIMIT = 0.9;

    private OsmXml() {}

    static String write(Network network, String name, String date) {
        StringBuilder xml = new StringBuilder(1 << 20);
        xml.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"Caravana schematic network\" name=\"")
                .append(escape(name))
                .append("\" timestamp=\"")
                .append(date)
                .append("T00:00:00Z\">\n");
        Map<Node, Integer> ids = new IdentityHashMap<>();
        for (Node node : network.nodes()) {
            ids.put(node, ids.size() + 1);
            appendNode(xml, network, node, ids.size());
        }
        int id = 0;
        for (Way way : network.ways()) {
            appendWay(xml, way, ++id, ids);
        }
        return xml.append("</osm>\n").toString();
    }

    private static void appendNode(StringBuilder xml, Network network, Node node, int id) {
        xml.append(String.format(
                Locale.ROOT,
                " <node id=\"%d\" version=\"1\" lat=\"%.5f\" lon=\"%.5f\"",
                id,
                network.lat(node),
                network.lon(node)));
        Place place = node.place();
        if (place == null || place.isJunction()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        appendTag(xml, "name", place.name());
        appendTag(xml, "place", place.seat() ? "town" : "village");
        appendTag(xml, "ref:siruta", String.valueOf(place.siruta()));
        xml.append(" </node>\n");
    }

    private static void appendWay(StringBuilder xml, Way way, int id, Map<Node, Integer> ids) {
        xml.append(" <way id=\"").append(id).append("\" version=\"1\">\n");
        for (Node node : way.nodes()) {
            xml.append("  <nd ref=\"").append(ids.get(node)).append("\"/>\n");
        }
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("highway", way.roadClass().highway());
        if (!way.ref().isEmpty()) {
            tags.put("ref", way.ref());
        }
        if (way.roadClass().isMotorway()) {
            tags.put("oneway", "no"); // one line for both carriageways
        }
        tags.put("maxspeed", String.valueOf(Math.round(way.roadClass().speedKmh() / DRIVEN_SHARE_OF_LIMIT)));
        tags.put("caravana:class", way.roadClass().name());
        tags.forEach((key, value) -> appendTag(xml, key, value));
        xml.append(" </way>\n");
    }

    private static void appendTag(StringBuilder xml, String key, String value) {
        xml.append("  <tag k=\"")
                .append(key)
                .append("\" v=\"")
                .append(escape(value))
                .append("\"/>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
