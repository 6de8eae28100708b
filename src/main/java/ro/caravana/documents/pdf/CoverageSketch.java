package ro.caravana.documents.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.workgroup.MonthFacts;

/** A month's coverage as SVG: each UAT in its class's colour, grey without a figure, hatched where the records are behind. */
final class CoverageSketch {
    /** Lower limits of the classes, shares, as on the live map; the last class is open. */
    static final List<Double> LIMITS = List.of(0.0, 0.1, 0.25, 0.5, 0.75);

    /** The dashboard's own ramp for coverage. */
    static final List<String> COLOURS = List.of("#e4f0ee", "#b5d9d3", "#7cb9b3", "#3e8e90", "#14555f");

    static final String NO_DATA = "#d3d3cf";

    private CoverageSketch() {}

    /** @param description read to those who cannot see the picture */
    static String draw(MonthFacts.Coverage coverage, String description) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-2 -2 ")
                .append(coverage.width() + 4)
                .append(' ')
                .append(coverage.height() + 4)
                .append("\" width=\"")
                .append(coverage.width())
                .append("\" height=\"")
                .append(coverage.height())
                .append("\"><title>")
                .append(Svg.escape(description))
                .append("</title><defs><pattern id=\"behind\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"")
                .append(" patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" stroke=\"#1d2433\" stroke-width=\"1.1\"")
                .append(" stroke-opacity=\"0.35\"/></pattern></defs>");
        coverage.areas().forEach(area -> shape(svg, area, colour(area.covered()), "#ffffff"));
        coverage.areas().stream()
                .filter(MonthFacts.Area::behind)
                .forEach(area -> shape(svg, area, "url(#behind)", "none"));
        return svg.append("</svg>").toString();
    }

    private static void shape(StringBuilder svg, MonthFacts.Area area, String fill, String stroke) {
        svg.append("<path fill-rule=\"evenodd\" stroke-width=\"0.8\" stroke=\"")
                .append(stroke)
                .append("\" fill=\"")
                .append(fill)
                .append("\" d=\"")
                .append(area.path())
                .append("\"/>");
    }

    static String colour(@Nullable Double share) {
        if (share == null) {
            return NO_DATA;
        }
        int last = 0;
        for (int i = 0; i < LIMITS.size(); i++) {
            last = share >= LIMITS.get(i) ? i : last;
        }
        return COLOURS.get(last);
    }
}
