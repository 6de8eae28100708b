package ro.caravana.coordination.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.link.RoomBook;
import ro.caravana.coordination.link.RoomTelling;
import ro.caravana.coordination.link.ToldRoom;

/** Shows where visits are held; to planners also how it came to this and who has to be told. */
@Component
class RoomPublisher {
    private final RoomBook rooms;
    private final RoomTelling telling;

    RoomPublisher(RoomBook rooms, RoomTelling telling) {
        this.rooms = rooms;
        this.telling = telling;
    }

    Set<String> untold() {
        return telling.listUntold();
    }

    VisitWire.Room room(Appointment visit, boolean planner) {
        List<NamedRoom> said = rooms.list(visit.id());
        Optional<NamedRoom> now = rooms.find(visit);
        return new VisitWire.Room(
                said.size(),
                now.map(NamedRoom::room).orElse(""),
                now.map(NamedRoom::contact).orElse(""),
                planner ? said.stream().map(RoomPublisher::said).toList() : null,
                planner ? telling.isUntold(visit.id()) : null,
                planner
                        ? telling.listTold(visit.id()).stream()
                                .map(told -> told(told, said))
                                .toList()
                        : null);
    }

    private static VisitWire.Said said(NamedRoom room) {
        return new VisitWire.Said(room.version(), room.date(), room.room(), room.contact(), room.at(), room.by());
    }

    private static VisitWire.Told told(ToldRoom told, List<NamedRoom> said) {
        String room = said.stream()
                .filter(named -> named.version() == told.version())
                .map(NamedRoom::room)
                .findFirst()
                .orElse("");
        return new VisitWire.Told(
                told.version(), told.date(), room, told.at(), told.by().orElse(""));
    }
}
