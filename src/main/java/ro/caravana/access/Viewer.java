package ro.caravana.access;

import java.util.Set;

/**
 * Who is looking. Controllers take it as a method argument; the disclosure gate decides by it.
 *
 * @param name account name, empty for somebody not signed in
 * @param roles empty for somebody not signed in
 */
public record Viewer(String name, Set<Role> roles) {
    public static final Viewer PUBLIC = new Viewer("", Set.of());

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
