package ro.caravana.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ProjectionTests {
    private static final Geometry CLUJ_NAPOCA = new GeometryFactory().createPoint(new Coordinate(23.6236, 46.7712));

    @ParameterizedTest
    @ValueSource(ints = {Projection.STEREO70, Projection.STEREO70_OLD})
    void writtenOutGridsEqualThoseOfTheRegister(int epsg) throws Exception {
        Geometry byRegister = JTS.transform(
                CLUJ_NAPOCA, CRS.findMathTransform(DefaultGeographicCRS.WGS84, CRS.decode("EPSG:" + epsg, true), true));
        assertThat(Projection.of(epsg).toPlane(CLUJ_NAPOCA).distance(byRegister))
                .isLessThan(0.01);
    }

    @Test
    void theGridsOriginIsHalfAMillionMetresEastAndNorth() {
        // 46°N 25°E on the grid's own datum lies about 120 m from the same figures in WGS84.
        Geometry origin = Projection.stereo70().toPlane(new GeometryFactory().createPoint(new Coordinate(25, 46)));
        assertThat(origin.getCoordinate().distance(new Coordinate(500_000, 500_000)))
                .isBetween(50.0, 200.0);
    }

    @Test
    void thereAndBackAgainMovesNothing() {
        Geometry back = Projection.stereo70().toLonLat(Projection.stereo70().toPlane(CLUJ_NAPOCA));
        assertThat(back.getCoordinate().distance(CLUJ_NAPOCA.getCoordinate())).isLessThan(1e-6);
        assertThat(back.getSRID()).isEqualTo(Projection.WGS84);
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Projection.of(999_999));
    }
}
