package ro.caravana.documents.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.model.Figures;
import ro.caravana.documents.model.LeftOut;
import ro.caravana.documents.model.RouteLeg;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.geo.Position;

/** Documents to draw in tests: a year with as many visits as one likes, names long and short, every diacritic. */
public final class SampleDocuments {
    public static final Instant GENERATED_AT = Instant.parse("2027-01-11T07:30:00Z");
    public static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));
    public static final Viewer GROUP = new Viewer("viewer", Set.of(Role.VIEWER));

    public static final String DAY_URL = "http://localhost:8080/?w=teren&plan=7&date=2027-03-18&station=station-1";

    private static final DisclosureGate GATE = new DisclosureGate(5);
    private static final Position BASE = new Position(46.7712, 23.6236);
    private static final List<String[]> PLACES = List.of(
            new String[] {"Frata", "Berchieșu", "Căminul cultural"},
            new String[] {"Mociu", "Mociu", "Școala Gimnazială „Ioan Aluaș”"},
            new String[] {"Câmpia Turzii", "Câmpia Turzii", "Liceul Teoretic „Pavel Dan”, sala de sport"},
            new String[] {"Măguri-Răcătău", "Măguri-Răcătău", "Școala Gimnazială „Aurel Munteanu”"},
            new String[] {"Izvoru Crișului", "Nadășu", "Căminul cultural Nadășu (fosta școală primară, lângă biserică)"
            },
            new String[] {"Țaga", "Năsal", "Primăria"},
            new String[] {"Cămărașu", "Năoiu", "Dispensar"},
            new String[] {"Sânpaul", "Mihăiești", ""},
            new String[] {"Valea Ierii", "Plopi", "Școala Primară"},
            new String[] {"Mihai Viteazu", "Cheia", "Grădinița cu Program Normal Cheia"});

    private SampleDocuments() {}

    /** A year of {@code visits} visits, three a day on working days, as the viewer may see it. */
    public static ActionGraphic graphic(int visits, Viewer viewer) {
        List<DayOut> days = new ArrayList<>();
        LocalDate date = LocalDate.of(2027, 1, 18);
        for (int done = 0; done < visits; date = date.plusDays(1)) {
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            int today = Math.min(visits - done, 3 + done % 2);
            days.add(day(date, done, today, viewer));
            done += today;
        }
        long persons = IntStream.range(0, visits).map(SampleDocuments::persons).sum();
        List<LeftOut> leftOut = List.of(
                new LeftOut(
                        "v-9001-1",
                        VisitKind.CAPTURE,
                        "Beliș",
                        "Poiana Horea",
                        GATE.publish(viewer, 12),
                        List.of("no-open-day", "capacity-full")),
                new LeftOut(
                        "v-9002-1",
                        VisitKind.HOME,
                        "Țaga",
                        "Sântejude-Vale",
                        GATE.publish(viewer, 2),
                        List.of("a-code-nobody-knows")));
        return new ActionGraphic(edition(viewer), GATE.publish(viewer, persons), 81, days, leftOut);
    }

    public static ActionGraphic emptyGraphic() {
        return new ActionGraphic(edition(PLANNER), GATE.publish(PLANNER, 0), 81, List.of(), List.of());
    }

    /** Three visits of one day, standing so. */
    public static ActionGraphic graphicStanding(Standing first, Standing second, Standing third) {
        ActionGraphic graphic = graphic(3, PLANNER);
        DayOut day = graphic.days().get(0);
        List<Standing> standings = List.of(first, second, third);
        List<Stop> stops = IntStream.range(0, 3)
                .mapToObj(nth -> standing(day.stops().get(nth), standings.get(nth)))
                .toList();
        return new ActionGraphic(
                graphic.edition(), graphic.persons(), 81, List.of(day.withStops(stops)), graphic.leftOut());
    }

    private static Stop standing(Stop stop, Standing standing) {
        return new Stop(
                stop.id(),
                stop.kind(),
                stop.uatSiruta(),
                stop.uat(),
                stop.siruta(),
                stop.locality(),
                stop.venue(),
                stop.townHallAddress(),
                stop.position(),
                stop.arrival(),
                stop.start(),
                stop.end(),
                stop.persons(),
                standing);
    }

    /** One visit, somewhere with this name. */
    public static ActionGraphic graphicWithVenue(String venue) {
        DayOut day = day(LocalDate.of(2027, 2, 1), 0, 1, PLANNER);
        Stop stop = day.stops().get(0);
        Stop there = new Stop(
                stop.id(),
                stop.kind(),
                stop.uatSiruta(),
                stop.uat(),
                stop.siruta(),
                stop.locality(),
                venue,
                stop.townHallAddress(),
                stop.position(),
                stop.arrival(),
                stop.start(),
                stop.end(),
                stop.persons(),
                stop.standing());
        DayOut moved = new DayOut(
                day.date(),
                day.stationId(),
                day.stationName(),
                day.departure(),
                day.comingBack(),
                day.metres(),
                day.drivingSeconds(),
                day.persons(),
                List.of(there));
        return new ActionGraphic(edition(PLANNER), day.persons(), 81, List.of(moved), List.of());
    }

    public static RouteSheet routeSheet(int stops) {
        DayOut day = day(LocalDate.of(2027, 3, 18), 0, stops, PLANNER);
        List<RouteLeg> legs = new ArrayList<>();
        Position at = BASE;
        for (Stop stop : day.stops()) {
            legs.add(leg(at, stop.position(), legs.size() == 1));
            at = stop.position();
        }
        return new RouteSheet(
                edition(PLANNER),
                day,
                List.of(),
                "Cluj-Napoca, Str. Aviator Bădescu 7-9",
                BASE,
                legs,
                leg(at, BASE, false),
                true,
                outlines(),
                Optional.of(URI.create(DAY_URL)));
    }

    public static Edition edition(Viewer viewer) {
        boolean planner = viewer.has(Role.PLANNER);
        return new Edition(
                "Cluj",
                "p-1",
                "Graficul 2027, versiunea 3",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                Instant.parse("2027-01-10T12:00:00Z"),
                0,
                GENERATED_AT,
                new Figures(LocalDate.of(2026, 12, 31), "eșantion sintetic Cluj, model documentat", true),
                planner ? Audience.INTERNAL : Audience.SHARED);
    }

    public static PublishedCount count(long persons, Viewer viewer) {
        return GATE.publish(viewer, persons);
    }

    /** Keeps a sample under target/documents, for people to look at. */
    public static Path keep(String name, byte[] bytes) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "documents"));
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DayOut day(LocalDate date, int firstVisit, int visits, Viewer viewer) {
        List<Stop> stops = new ArrayList<>();
        long persons = 0;
        for (int i = 0; i < visits; i++) {
            stops.add(stop(date, firstVisit + i, i, visits, viewer));
            persons += persons(firstVisit + i);
        }
        return new DayOut(
                date,
                "station-1",
                "Stația 1",
                LocalTime.of(8, 0),
                LocalTime.of(16, 18, 20),
                126_400,
                9_240,
                GATE.publish(viewer, persons),
                stops);
    }

    private static Stop stop(LocalDate date, int number, int inDay, int visits, Viewer viewer) {
        String[] place = PLACES.get(number % PLACES.size());
        LocalTime arrival = LocalTime.of(8, 45).plusMinutes(420L * inDay / visits);
        VisitKind kind = number % 11 == 5 ? VisitKind.HOME : number % 4 == 3 ? VisitKind.HANDOVER : VisitKind.CAPTURE;
        return new Stop(
                "v-" + (57_700 + number % 97) + "-" + number,
                kind,
                50_000 + number % PLACES.size(),
                place[0],
                60_000 + number % PLACES.size(),
                place[1],
                place[2],
                "Str. Principală nr. " + (number % 200 + 1) + ", " + place[0],
                new Position(46.60 + 0.04 * (number % 9), 23.75 + 0.07 * (number % 7)),
                arrival,
                arrival.plusSeconds(340),
                arrival.plusMinutes(360L / visits),
                GATE.publish(viewer, persons(number)),
                Standing.proposed(date));
    }

    private static int persons(int number) {
        return number * 7 % 43 + 1;
    }

    private static RouteLeg leg(Position from, Position to, boolean estimated) {
        List<Position> path = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            double t = i / 12.0;
            double bend = estimated ? 0 : 0.012 * Math.sin(Math.PI * 3 * t);
            path.add(new Position(
                    from.lat() + t * (to.lat() - from.lat()) + bend, from.lon() + t * (to.lon() - from.lon()) - bend));
        }
        long metres = Math.round(1.3 * from.metresTo(to));
        return new RouteLeg(metres, metres / 14, estimated, path);
    }

    /** Squares that look nothing like UATs but fill the picture. */
    private static List<RouteSheet.NamedOutline> outlines() {
        var factory = new GeometryFactory();
        List<RouteSheet.NamedOutline> outlines = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 10; column++) {
                double west = 23.3 + 0.12 * column;
                double south = 46.4 + 0.08 * row;
                outlines.add(new RouteSheet.NamedOutline(
                        "UAT " + row + column,
                        factory.createPolygon(new Coordinate[] {
                            new Coordinate(west, south),
                            new Coordinate(west + 0.12, south + 0.02),
                            new Coordinate(west + 0.12, south + 0.10),
                            new Coordinate(west, south + 0.08),
                            new Coordinate(west, south)
                        }),
                        row == 3 && column > 3));
            }
        }
        return outlines;
    }
}
