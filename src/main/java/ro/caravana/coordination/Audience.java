package ro.caravana.coordination;

/** Who is told of a step. */
public enum Audience {
    MAYOR,
    POLICE,
    CITIZENS,
    FIELD_TEAM,
    PLANNERS
}
