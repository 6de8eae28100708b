package ro.caravana;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Looks for raw counts in what a controller answers, by walking the generic return types of its handlers down to the leaves.
 *
 * <p>Not seen: bytes and text (documents, OGC pages), whose own tests look at what they show a viewer.
 */
final class RawCounts {
    /** Names under which a figure of persons would travel. A census population is public and is not one. */
    private static final Pattern FIGURE = Pattern.compile(
            "(?i)(count|persons?|mean|low|high|need|cases?|total|value|amount)$|^(mean|low|high|persons?|count)[A-Z].*");

    /** Names that look like figures and are none. */
    private static final Set<String> NO_FIGURES = Set.of(
            "uatsTotal", // administrative units
            "maxValue", // what a whole plan could be worth, in weighted points over the county
            "value", // what a whole plan is worth, in weighted points over the county
            "amount"); // what a planner's rule adds up to, in the rule's own unit

    private final String handler;
    private final Set<Type> seen = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private RawCounts(String handler) {
        this.handler = handler;
    }

    /** One sentence per leak. */
    static Stream<String> inAnswersOf(Class<?> controller) {
        return Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .filter(method -> !isForPlannersOnly(method))
                .flatMap(method ->
                        in(controller.getSimpleName() + "." + method.getName(), method.getGenericReturnType()));
    }

    static Stream<String> in(String handler, Type answer) {
        RawCounts walk = new RawCounts(handler);
        walk.visit(answer, "");
        return walk.found.stream();
    }

    private static boolean isForPlannersOnly(Method handler) {
        PreAuthorize rule = AnnotationUtils.findAnnotation(handler, PreAuthorize.class);
        if (rule == null) {
            rule = AnnotationUtils.findAnnotation(handler.getDeclaringClass(), PreAuthorize.class);
        }
        return rule != null && rule.value().equals("hasRole('PLANNER')");
    }

    private void visit(Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            visit(generic.getRawType(), path);
            for (Type argument : generic.getActualTypeArguments()) {
                visit(argument, path);
            }
        } else if (type instanceof GenericArrayType array) {
            visit(array.getGenericComponentType(), path);
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> visit(bound, path));
        } else if (type instanceof Class<?> leaf && seen.add(leaf)) {
            visitClass(leaf, path);
        }
    }

    private void visitClass(Class<?> type, String path) {
        if (type == Object.class) {
            report(path, "is an Object: nobody can see what is in it");
        } else if (type.isArray()) {
            visit(type.getComponentType(), path);
        } else if (isRawFigures(type)) {
            report(path, "is the raw " + type.getSimpleName());
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> visit(permitted, path));
        }
        if (type.isRecord() && type.getName().startsWith("ro.caravana.")) {
            Arrays.stream(type.getRecordComponents()).forEach(component -> visitComponent(component, path));
        }
    }

    private void visitComponent(RecordComponent component, String path) {
        String here = path + "." + component.getName();
        if (FIGURE.matcher(component.getName()).find()
                && !NO_FIGURES.contains(component.getName())
                && holdsNumbers(component.getGenericType())) {
            report(here, "is a bare number");
        }
        visit(component.getGenericType(), here);
    }

    private static boolean isRawFigures(Class<?> type) {
        boolean rawRoom = type.getPackageName().startsWith("ro.caravana.need")
                || type.getPackageName().startsWith("ro.caravana.statistics");
        boolean plan = Stream.of("PlanView", "PlanSummary", "PlannedVisit", "StationDay", "UnservedVisit", "DayRoute")
                .anyMatch(name -> type.getName().equals("ro.caravana.planning." + name));
        return plan || (rawRoom && !type.isEnum() && !type.getPackageName().contains(".web"));
    }

    private static boolean holdsNumbers(Type type) {
        if (type instanceof ParameterizedType generic) {
            boolean map = generic.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw);
            Type[] arguments = generic.getActualTypeArguments();
            return holdsNumbers(map ? arguments[1] : arguments[0]);
        }
        return type instanceof Class<?> leaf
                && (Number.class.isAssignableFrom(leaf)
                        || Set.of(int.class, long.class, double.class, float.class, short.class)
                                .contains(leaf)
                        || leaf.getName().startsWith("java.util.Optional"));
    }

    private void report(String path, String what) {
        found.add(handler + path + " " + what);
    }
}
