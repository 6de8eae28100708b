package ro.caravana.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.need.NeedMap;
import ro.caravana.need.Needs;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** The need as a viewer may see it. Thread-safe; the table is made once per change of the figures and kind of viewer. */
@Service
public class PublishedNeeds {
    private static final Viewer PLANNER = new Viewer("", Set.of(Role.PLANNER));

    private final Needs needs;
    private final TerritoryRegistry registry;
    private final DisclosureGate gate;
    private volatile @Nullable Published latest;

    PublishedNeeds(Needs needs, TerritoryRegistry registry, DisclosureGate gate) {
        this.needs = needs;
        this.registry = registry;
        this.gate = gate;
    }

    private record Published(
            NeedMap origin, Territory territory, PublishedNeedMap everything, PublishedNeedMap guarded) {}

    /** Empty until statistics have been imported. The same object as long as nothing changed. */
    public Optional<PublishedNeedMap> current(Viewer viewer) {
        return needs.current().map(origin -> {
            Published published = published(origin, registry.current());
            return gate.showsEverythingTo(viewer) ? published.everything() : published.guarded();
        });
    }

    /** Two threads may both make it after a change: they make the same. */
    private Published published(NeedMap origin, Territory territory) {
        Published known = latest;
        if (known == null || known.origin() != origin || known.territory() != territory) {
            known = new Published(
                    origin, territory, publish(PLANNER, origin, territory), publish(Viewer.PUBLIC, origin, territory));
            latest = known;
        }
        return known;
    }

    private PublishedNeedMap publish(Viewer viewer, NeedMap origin, Territory territory) {
        FigureTable<PublishedNeedMap.Cell> figures = NeedTable.of(origin, territory);
        PublishedTable<PublishedNeedMap.Cell> table = gate.publish(viewer, figures);
        return new PublishedNeedMap(origin, table, version(origin, figures, table));
    }

    private String version(
            NeedMap origin, FigureTable<PublishedNeedMap.Cell> figures, PublishedTable<PublishedNeedMap.Cell> table) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String head = origin.asOf() + origin.method() + origin.source() + origin.synthetic() + gate.threshold();
            sha256.update(head.getBytes(StandardCharsets.UTF_8));
            figures.cells()
                    .keySet()
                    .forEach(cell ->
                            sha256.update((cell + "=" + table.getEstimate(cell)).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest(), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
