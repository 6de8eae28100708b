package ro.caravana.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable picture of one county. Thread-safe.
 *
 * <p>{@code getX} throws {@link IllegalArgumentException} for an unknown key, {@code findX} answers empty, {@code listX} answers
 * all in a stable order.
 */
public final class Territory {
    private final String county;
    private final Map<Integer, Uat> uats = new LinkedHashMap<>();
    private final Map<Integer, Locality> localities = new LinkedHashMap<>();
    private final Map<Integer, List<Locality>> localitiesByUat = new LinkedHashMap<>();
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final List<Office> offices;

    public Territory(
            String county,
            Collection<Uat> uats,
            Collection<Locality> localities,
            Collection<Site> sites,
            Collection<Office> offices) {
        this.county = county;
        uats.forEach(uat -> this.uats.put(uat.siruta(), uat));
        for (Locality locality : localities) {
            this.localities.put(locality.siruta(), locality);
            localitiesByUat
                    .computeIfAbsent(locality.uatSiruta(), key -> new ArrayList<>())
                    .add(locality);
        }
        sites.forEach(site -> this.sites.put(site.id(), site));
        this.offices = List.copyOf(offices);
    }

    /** The county's name, for example "Cluj". */
    public String county() {
        return county;
    }

    public List<Uat> listUats() {
        return List.copyOf(uats.values());
    }

    public List<Locality> listLocalities() {
        return List.copyOf(localities.values());
    }

    public List<Locality> listLocalities(int uatSiruta) {
        return List.copyOf(localitiesByUat.getOrDefault(uatSiruta, List.of()));
    }

    /** All sites; each locality has a default one, see {@link #defaultSite(int)}. */
    public List<Site> listSites() {
        return List.copyOf(sites.values());
    }

    public List<Office> listOffices() {
        return offices;
    }

    public Optional<Uat> findUat(int siruta) {
        return Optional.ofNullable(uats.get(siruta));
    }

    public Optional<Locality> findLocality(int siruta) {
        return Optional.ofNullable(localities.get(siruta));
    }

    public Optional<Site> findSite(String id) {
        return Optional.ofNullable(sites.get(id));
    }

    public Uat getUat(int siruta) {
        return findUat(siruta).orElseThrow(() -> new IllegalArgumentException("no UAT has SIRUTA " + siruta));
    }

    public Locality getLocality(int siruta) {
        return findLocality(siruta).orElseThrow(() -> new IllegalArgumentException("no locality has SIRUTA " + siruta));
    }

    public Site getSite(String id) {
        return findSite(id).orElseThrow(() -> new IllegalArgumentException("no site has the id " + id));
    }

    /** The site where the station stops in a locality unless a planner says otherwise. */
    public Site defaultSite(int localitySiruta) {
        return getSite("s" + localitySiruta);
    }

    /** The directorate, where station-1 starts and ends its days. */
    public Site base() {
        return getSite("base");
    }
}
