package dev.makegood.docs;

import static java.util.stream.Collectors.toSet;

import dev.makegood.project.Project;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The states of a project and the transitions between them, read from their types. */
final class ProjectModel {

    private ProjectModel() {}

    /** The records among the variants of the sealed model. */
    static Set<Class<? extends Project>> states() {
        return leaves(Project.class).collect(toSet());
    }

    private static Stream<Class<? extends Project>> leaves(Class<? extends Project> type) {
        return type.isRecord() ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses())
                        .map(sub -> sub.<Project>asSubclass(Project.class))
                        .flatMap(ProjectModel::leaves);
    }

    /** The methods of a state that return a state. */
    static List<String> transitions() {
        return states().stream()
                .flatMap(state -> methods(state).map(method -> state.getSimpleName()
                        + " " + method.getName() + " " + method.getReturnType().getSimpleName()))
                .distinct()
                .toList();
    }

    private static Stream<Method> methods(Class<? extends Project> state) {
        return Stream.concat(Stream.of(state.getMethods()), Stream.of(state.getDeclaredMethods()))
                .filter(method -> Project.class.isAssignableFrom(method.getReturnType()));
    }
}
