package ro.caravana.need.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ro.caravana.need.NeedProblem;

/** Who borders on whom, from a GAL file or a CSV file {@code from,to,weight}. */
final class Neighbours {
    private final Map<String, Integer> index = new HashMap<>();
    private final List<List<Integer>> lists = new ArrayList<>();

    private Neighbours(List<String> ids) {
        for (String id : ids) {
            if (index.put(id, lists.size()) != null) {
                throw new NeedProblem.BadTable("Two rows have the same id.");
            }
            lists.add(new ArrayList<>());
        }
    }

    /** @return for each id the positions of its neighbours in {@code ids} */
    static List<int[]> read(Path file, List<String> ids) {
        Neighbours neighbours = new Neighbours(ids);
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new NeedProblem.BadWeights("There is no readable text file of neighbours at the given path.");
        }
        if (!lines.isEmpty() && lines.get(0).toLowerCase(Locale.ROOT).startsWith("from,")) {
            neighbours.readPairs(lines);
        } else {
            neighbours.readGal(lines);
        }
        return neighbours.lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private void readPairs(List<String> lines) {
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split(",", -1);
            if (cells.length < 2) {
                throw bad(line);
            }
            boolean borders = cells.length < 3 || !cells[2].strip().matches("0+(\\.0*)?");
            if (borders) {
                add(cells[0].strip(), cells[1].strip(), line);
            }
        }
    }

    /** A heading, then for each area a line "id count" and a line of that many ids, which is missing or blank where there are none. */
    private void readGal(List<String> lines) {
        int line = 1;
        while (line < lines.size()) {
            String[] head = lines.get(line).strip().split("\\s+");
            if (head.length != 2 || !head[1].matches("\\d{1,9}")) {
                throw bad(line);
            }
            int count = Integer.parseInt(head[1]);
            line++;
            if (count == 0) {
                continue;
            }
            String[] others = line < lines.size() ? lines.get(line).strip().split("\\s+") : new String[0];
            if (others.length != count) {
                throw bad(line);
            }
            for (String other : others) {
                add(head[0], other, line);
            }
            line++;
        }
    }

    private void add(String from, String to, int line) {
        Integer a = index.get(from);
        Integer b = index.get(to);
        if (a == null || b == null) {
            throw bad(line);
        }
        if (!a.equals(b) && !lists.get(a).contains(b)) {
            lists.get(a).add(b);
        }
    }

    private static NeedProblem bad(int line) {
        return new NeedProblem.BadWeights("Line " + (line + 1)
                + " of the neighbours is not understood; a GAL file or a CSV file from,to,weight is read, whose ids are the table's"
                + " row numbers from 1 or the column named by --id.");
    }
}
