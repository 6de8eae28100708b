package ro.caravana.planning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;

/** A station's day on the road, as HTTP answers it. Times are seconds of the day. */
final class RouteWire {
    private RouteWire() {}

    /** Where the day starts and ends. */
    record Base(String id, String name, double lat, double lon) {}

    /** The whole day. */
    record Route(
            String plan,
            String station,
            LocalDate date,
            Base base,
            int departure,
            @JsonProperty("return") int returnTime,
            int metres,
            int drivingSeconds,
            PublishedCount persons,
            List<Stop> stops,
            Way returnLeg) {}

    /**
     * A visit and the way to it.
     *
     * @param path latitude, longitude
     */
    record Stop(
            @JsonUnwrapped PlanWire.Visit visit,
            int legMetres,
            int legSeconds,
            boolean legEstimated,
            List<double[]> path) {}

    /**
     * The way back.
     *
     * @param path latitude, longitude
     */
    record Way(int metres, int seconds, boolean estimated, List<double[]> path) {}

    /** RFC 7946. */
    record FeatureCollection(String type, List<Feature> features) {
        FeatureCollection(List<Feature> features) {
            this("FeatureCollection", List.copyOf(features));
        }
    }

    /** One leg or one stop. */
    record Feature(String type, Geometry geometry, Properties properties) {
        Feature(Geometry geometry, Properties properties) {
            this("Feature", geometry, properties);
        }
    }

    /** Longitude, latitude. */
    sealed interface Geometry permits Point, Line {}

    record Point(String type, double[] coordinates) implements Geometry {
        Point(double[] coordinates) {
            this("Point", coordinates);
        }
    }

    record Line(String type, List<double[]> coordinates) implements Geometry {
        Line(List<double[]> coordinates) {
            this("LineString", coordinates);
        }
    }

    /**
     * What a map shows beside a leg or a stop.
     *
     * @param role {@code base}, {@code stop} or {@code leg}
     * @param nth of the stop or leg in the day, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Properties(
            String role,
            @Nullable Integer nth,
            @Nullable String name,
            @Nullable String visit,
            @Nullable String kind,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable PublishedCount persons,
            @Nullable Integer metres,
            @Nullable Integer seconds,
            @Nullable Boolean estimated) {
        static Properties base(String name) {
            return new Properties("base", null, name, null, null, null, null, null, null, null, null);
        }

        static Properties stop(int nth, PlanWire.Visit visit) {
            return new Properties(
                    "stop",
                    nth,
                    visit.siteName(),
                    visit.id(),
                    visit.kind(),
                    visit.start(),
                    visit.end(),
                    visit.persons(),
                    null,
                    null,
                    null);
        }

        static Properties leg(int nth, Way way) {
            return new Properties(
                    "leg", nth, null, null, null, null, null, null, way.metres(), way.seconds(), way.estimated());
        }
    }
}
