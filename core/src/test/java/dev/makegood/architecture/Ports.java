package dev.makegood.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.audit.PageIterator;
import dev.makegood.event.Event;
import dev.makegood.event.EventListener;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.UnitContext;
import dev.makegood.store.Store;
import dev.makegood.task.TaskHandler;
import dev.makegood.unit.UnitLoader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the ports of core, their contracts, and those who implement the one and run the other. */
final class Ports {

    /** Public interfaces of core that are no ports, each with the reason. */
    private static final Map<Class<?>, String> NO_PORTS = Map.of(
            Event.class, "open only so that each concept can seal its own events",
            EventListener.class, "a callback: a host's own function",
            TaskHandler.class, "a callback: a method of a desk",
            PageIterator.PageSource.class, "a callback: where pages come from",
            Store.Work.class, "a callback: what a caller does in a unit",
            UnitLoader.class, "how a storage answers a unit: tried by all that a unit offers",
            UnitContext.class, "what the parts of a desk share");

    /** What these extend is a part of them that others see, and no port of its own. */
    private static final Set<Class<?>> WHOLES =
            Set.of(Storage.class, Unit.class, LedgerStore.class);

    private Ports() {}

    /** The ports among these classes of core, in the order of their names. */
    static List<Class<?>> of(JavaClasses core) {
        return core.stream()
                .filter(JavaClass::isInterface)
                .map(JavaClass::reflect)
                .filter(Ports::isPort)
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }

    /** Tells whether this type of core is an interface that an adapter may implement. */
    static boolean isPort(Class<?> type) {
        return type.isInterface()
                && !type.isAnnotation()
                && isPublic(type)
                && !type.isSealed()
                && !NO_PORTS.containsKey(type)
                && (WHOLES.contains(type)
                        || WHOLES.stream().noneMatch(type::isAssignableFrom));
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    /**
     * What a storage implements for this port: a unit offers views over what is loaded, once for all storages.
     */
    static Class<?> ofStorage(Class<?> port) {
        return Arrays.stream(Unit.class.getMethods())
                .map(Method::getReturnType)
                .anyMatch(port::equals) ? UnitLoader.class : port;
    }

    /** The contract classes that try this port. */
    static List<JavaClass> contractsOf(Class<?> port, JavaClasses tests) {
        return tests.stream()
                .filter(test -> test.getSimpleName().endsWith("Contract"))
                .filter(contract -> contract.getDirectDependenciesFromSelf()
                        .stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(port)))
                .toList();
    }

    /** The classes that implement this port, lambdas aside. */
    static List<JavaClass> implementationsOf(Class<?> port, JavaClasses all) {
        return all.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(port))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }

    /** The test classes that run this contract, by extending it or a contract it is nested in. */
    static Stream<JavaClass> runsOf(JavaClass contract) {
        return contract.getAllSubclasses()
                .stream()
                .flatMap(test -> test.getEnclosingClass()
                        .map(Ports::runsOf)
                        .orElseGet(() -> Stream.of(test)))
                .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
                .distinct();
    }
}
