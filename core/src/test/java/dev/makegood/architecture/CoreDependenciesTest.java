package dev.makegood.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.makegood.MakegoodBuilder;
import dev.makegood.memory.InMemoryStore;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class CoreDependenciesTest {

    @Test
    void core_needs_nothing_but_plain_java() {
        classes().should()
                .onlyDependOnClassesThat(resideInAnyPackage("dev.makegood..", "java.lang..",
                        "java.util..", "java.time..", "java.math", "java.nio.charset",
                        "org.jspecify.annotations")
                                .and(not(resideInAPackage("java.util.logging..")))
                                .or(belongToAnyOf(URI.class, MessageDigest.class,
                                        NoSuchAlgorithmException.class))
                                // Numbers as bytes, for the hashes; nothing is read or written with
                                // it.
                                .or(belongToAnyOf(ByteBuffer.class)))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void core_never_reads_the_system_clock() {
        noClasses().should()
                .callMethodWhere(target(owner(resideInAPackage("java.time..")))
                        .and(target(nameMatching("now"))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(System.class)))
                        .and(target(nameMatching("currentTimeMillis|nanoTime|getenv|getProperty"))))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Clock.class))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void only_the_builder_hands_out_the_clock_of_the_system() {
        // A store in memory has the time of its process, as a database has its own.
        noClasses().that(not(belongToAnyOf(MakegoodBuilder.class, InMemoryStore.class)))
                .should()
                .callMethodWhere(target(nameMatching("system|systemUTC|tick.*"))
                        .and(target(owner(resideInAPackage("java.time..")))))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void core_makes_no_random_numbers_and_no_ids() {
        noClasses().should()
                .dependOnClassesThat(belongToAnyOf(Random.class, SecureRandom.class,
                        SplittableRandom.class, ThreadLocalRandom.class))
                .orShould()
                .callMethodWhere(target(nameMatching("randomUUID|random")).and(alwaysTrue()))
                .check(CoreClasses.CLASSES);
    }
}
