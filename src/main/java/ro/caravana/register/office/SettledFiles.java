package ro.caravana.register.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells files that are written from those that still grow: they look the same as at the look before. */
final class SettledFiles {
    private record Stamp(long bytes, FileTime written) {}

    private Map<Path, Stamp> before = Map.of();

    /** Those of {@code files} that have not changed since the last time this was asked; each file is asked about twice at least. */
    List<Path> among(List<Path> files) throws IOException {
        Map<Path, Stamp> now = new HashMap<>();
        List<Path> settled = new ArrayList<>();
        for (Path file : files) {
            try {
                BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
                Stamp stamp = new Stamp(seen.size(), seen.lastModifiedTime());
                now.put(file, stamp);
                if (stamp.equals(before.get(file))) {
                    settled.add(file);
                }
            } catch (NoSuchFileException gone) {
                continue;
            }
        }
        before = now;
        return settled;
    }
}
