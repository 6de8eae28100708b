package ro.caravana.documents.track;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import ro.caravana.documents.model.RouteLeg;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.text.VisitWords;
import ro.caravana.geo.Position;

/**
 * A team's day for a navigation device, GPX 1.1: the stops as waypoints with their hour of arrival, the road as one track with a segment
 * per leg. Thread-safe.
 */
public final class RouteGpx {
    /** A tenth of a metre. */
    private static final int COORDINATE_DIGITS = 6;

    private final Texts texts;

    public RouteGpx(Texts texts) {
        this.texts = texts;
    }

    public byte[] write(RouteSheet sheet) {
        String name = texts.text(
                "route-gpx-name",
                sheet.day().stationName(),
                texts.date(sheet.day().date()));
        GPX.Builder gpx = GPX.builder("Caravana")
                .metadata(metadata ->
                        metadata.name(name).time(sheet.edition().generatedAt()).desc(description(sheet)));
        gpx.addWayPoint(base(sheet));
        int number = 1;
        for (Stop stop : sheet.day().stops()) {
            gpx.addWayPoint(wayPoint(number++, stop, sheet));
        }
        gpx.addTrack(track(name, sheet));
        var bytes = new ByteArrayOutputStream();
        try {
            GPX.Writer.of(GPX.Writer.Indent.SPACE2, COORDINATE_DIGITS).write(gpx.build(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String description(RouteSheet sheet) {
        String roads = texts.text(sheet.schematicRoads() ? "route-map-schematic" : "route-map-sketch");
        return sheet.edition().synthetic() ? texts.text("synthetic-mark") + ". " + roads : roads;
    }

    private WayPoint base(RouteSheet sheet) {
        return WayPoint.builder()
                .name(sheet.baseName())
                .desc(texts.text("calendar-leaves", texts.time(sheet.day().departure())))
                .time(instant(sheet.day().date(), sheet.day().departure()))
                .build(sheet.base().lat(), sheet.base().lon());
    }

    private WayPoint wayPoint(int number, Stop stop, RouteSheet sheet) {
        var words = new VisitWords(texts, sheet.edition().audience());
        return WayPoint.builder()
                .name(number + ". " + stop.place())
                .desc(texts.hours(stop.start(), stop.end()) + " · " + words.venueAndAction(stop))
                .time(instant(sheet.day().date(), stop.arrival()))
                .build(stop.position().lat(), stop.position().lon());
    }

    private static Track track(String name, RouteSheet sheet) {
        List<TrackSegment> segments = Stream.concat(sheet.legs().stream(), Stream.of(sheet.back()))
                .map(RouteGpx::segment)
                .toList();
        return Track.builder().name(name).segments(segments).build();
    }

    private static TrackSegment segment(RouteLeg leg) {
        return TrackSegment.of(leg.path().stream().map(RouteGpx::point).toList());
    }

    private static WayPoint point(Position position) {
        return WayPoint.of(position.lat(), position.lon());
    }

    private static Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(Texts.nearestMinute(time)).atZone(Texts.ZONE).toInstant();
    }
}
