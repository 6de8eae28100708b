package ro.caravana.documents.track;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.keep;
import static ro.caravana.documents.support.SampleDocuments.routeSheet;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class RouteGpxTests {
    @Test
    void theBaseAndEveryStopAreWayPointsWithTheirHour() throws IOException {
        GPX gpx = read(4);
        assertThat(gpx.getWayPoints()).hasSize(5);
        WayPoint first = gpx.getWayPoints().get(1);
        assertThat(first.getName()).contains("1. Berchieșu, Frata");
        // 08:45 in Cluj in March is 06:45 in Greenwich
        assertThat(first.getTime()).contains(Instant.parse("2027-03-18T06:45:00Z"));
        assertThat(first.getDescription().orElseThrow()).contains("08:51–10:15", "Căminul cultural");
    }

    @Test
    void theTrackFollowsTheRoadOutAndBack() throws IOException {
        Track track = read(4).getTracks().get(0);
        assertThat(track.getSegments()).hasSize(5);
        WayPoint start = track.getSegments().get(0).getPoints().get(0);
        WayPoint end = track.getSegments().get(4).getPoints().get(12);
        assertThat(start.getLatitude().doubleValue()).isEqualTo(46.7712);
        assertThat(end.getLongitude().doubleValue()).isEqualTo(23.6236);
    }

    @Test
    void theSameDayGivesTheSameBytes() {
        assertThat(gpx(3)).isEqualTo(gpx(3));
    }

    private static GPX read(int stops) throws IOException {
        byte[] bytes = gpx(stops);
        keep("foaie-parcurs.gpx", bytes);
        return GPX.Reader.of(GPX.Version.V11, GPX.Reader.Mode.STRICT).read(new ByteArrayInputStream(bytes));
    }

    private static byte[] gpx(int stops) {
        return new RouteGpx(new Texts(Language.RO, 5)).write(routeSheet(stops));
    }
}
