package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.key;
import static ro.caravana.layers.feature.LayerProperty.plain;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.geo.Position;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/**
 * The visits of accepted plans, where and when they stand today. Of a visit at a bedside only the village is told; how many persons
 * are expected is told of none.
 */
@Component
class VisitLayer extends KeptLayer {
    private static final List<LayerProperty> PROPERTIES = List.of(
            key("id", Type.STRING),
            key("plan", Type.STRING),
            key("station", Type.STRING),
            key("kind", Type.STRING),
            key("state", Type.STRING),
            key("date", Type.STRING),
            plain("start", Type.STRING),
            plain("end", Type.STRING),
            key("localitySiruta", Type.INTEGER),
            key("uatSiruta", Type.INTEGER),
            plain("locality", Type.STRING),
            plain("site", Type.STRING));

    private final Appointments appointments;
    private volatile Made latest;

    private record Made(Territory territory, List<Appointment> visits, Layer layer) {}

    VisitLayer(TerritoryRegistry registry, Appointments appointments) {
        super("visits", PROPERTIES, registry);
        this.appointments = appointments;
        this.latest = new Made(registry.current(), List.of(), new Layer(List.of(), List.of()));
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        List<Appointment> visits = appointments.listAccepted();
        Made known = latest;
        if (known.territory() == territory && known.visits().equals(visits)) {
            return known.layer();
        }
        Layer layer = new Layer(
                visits.stream().map(visit -> feature(territory, visit)).toList(), List.of());
        latest = new Made(territory, visits, layer);
        return layer;
    }

    private static Feature feature(Territory territory, Appointment visit) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", visit.id());
        properties.put("plan", visit.plan());
        properties.put("station", visit.station());
        properties.put("kind", visit.kind());
        properties.put("state", visit.state().wire());
        properties.put("date", visit.date().toString());
        properties.put("start", LocalTime.ofSecondOfDay(visit.start()).toString());
        properties.put("end", LocalTime.ofSecondOfDay(visit.end()).toString());
        properties.put("localitySiruta", visit.siruta());
        properties.put("uatSiruta", visit.uatSiruta());
        properties.put("locality", visit.locality());
        properties.put("site", visit.isPublic() ? visit.siteName() : null);
        return Feature.named(
                visit.id(), position(territory, visit).map(Shapes::point).orElse(null), properties);
    }

    /** The place itself where people come to it, else the village; nowhere where the county's tables have changed since. */
    private static Optional<Position> position(Territory territory, Appointment visit) {
        Optional<Position> site =
                visit.isPublic() ? territory.findSite(visit.siteId()).map(Site::position) : Optional.empty();
        return site.or(() -> territory.findLocality(visit.siruta()).map(Locality::position));
    }
}
