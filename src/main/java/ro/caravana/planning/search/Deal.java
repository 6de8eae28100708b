package ro.caravana.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Divides a plan among searches that change it at the same time. Each gets the routes of one region: round a place chosen at
 * random the nearest go to one, the next to another. Visits that hang together may be moved by one search only, lest two break
 * a gap between them: it is whoever has most of them on its routes; those on the routes of others stay where they are.
 */
final class Deal {
    private final Model model;
    private final Groups groups;
    private final Share everything;

    Deal(Model model) {
        this.model = model;
        groups = new Groups(model);
        everything = Share.whole(model);
    }

    Share everything() {
        return everything;
    }

    /** One share for each member, none of which has a route or a visit of another; every route is in one. */
    List<Share> among(int members, Routes routes, Random random) {
        int[] ownerOfRoute = ownersOfRoutes(members, routes, random);
        int[] ownerOfVisit = ownersOfVisits(members, routes, ownerOfRoute, random);
        List<Share> shares = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            shares.add(Share.of(model, ownedBy(member, ownerOfRoute), ownedBy(member, ownerOfVisit)));
        }
        return shares;
    }

    private static boolean[] ownedBy(int member, int[] owners) {
        boolean[] owned = new boolean[owners.length];
        for (int i = 0; i < owners.length; i++) {
            owned[i] = owners[i] == member;
        }
        return owned;
    }

    private int[] ownersOfRoutes(int members, Routes routes, Random random) {
        double[] distance = distances(routes, model.location[random.below(model.visits)], random);
        Integer[] nearestFirst = new Integer[model.routes];
        Arrays.setAll(nearestFirst, route -> route);
        Arrays.sort(nearestFirst, Comparator.comparingDouble(route -> distance[route]));
        int[] owner = new int[model.routes];
        for (int i = 0; i < model.routes; i++) {
            owner[nearestFirst[i]] = (int) ((long) i * members / model.routes);
        }
        return owner;
    }

    /** Mean seconds from a place to what a route serves; an empty one could serve anybody, so it is thought to be anywhere. */
    private double[] distances(Routes routes, int from, Random random) {
        double[] distance = new double[model.routes];
        for (int route = 0; route < model.routes; route++) {
            int length = routes.length[route];
            double sum = length == 0 ? seconds(from, random.below(model.visits)) : 0;
            for (int i = 0; i < length; i++) {
                sum += seconds(from, routes.visits[route][i]);
            }
            distance[route] = sum / Math.max(1, length);
        }
        return distance;
    }

    private int seconds(int from, int visit) {
        return model.seconds[from * model.locations + model.location[visit]];
    }

    /** Per visit the member that may move it, or {@link Model#NONE}. */
    private int[] ownersOfVisits(int members, Routes routes, int[] ownerOfRoute, Random random) {
        int[] ownerOfGroup = ownersOfGroups(members, routes, ownerOfRoute, random);
        int[] owner = new int[model.visits];
        for (int visit = 0; visit < model.visits; visit++) {
            int group = groups.of(visit);
            int route = routes.routeOf[visit];
            int byGroup = group == Model.NONE ? random.below(members) : ownerOfGroup[group];
            int byRoute = route == Model.NONE ? byGroup : ownerOfRoute[route];
            owner[visit] = group == Model.NONE || byGroup == byRoute ? byRoute : Model.NONE;
        }
        return owner;
    }

    private int[] ownersOfGroups(int members, Routes routes, int[] ownerOfRoute, Random random) {
        int[][] held = new int[groups.count()][members];
        for (int visit = 0; visit < model.visits; visit++) {
            if (groups.of(visit) != Model.NONE && routes.routeOf[visit] != Model.NONE) {
                held[groups.of(visit)][ownerOfRoute[routes.routeOf[visit]]]++;
            }
        }
        int[] owner = new int[groups.count()];
        for (int group = 0; group < owner.length; group++) {
            owner[group] = most(held[group], random.below(members));
        }
        return owner;
    }

    /** Where the greatest number stands; of equal ones the first from {@code start} on. */
    private static int most(int[] counts, int start) {
        int best = start;
        for (int i = 1; i < counts.length; i++) {
            int other = (start + i) % counts.length;
            best = counts[other] > counts[best] ? other : best;
        }
        return best;
    }
}
