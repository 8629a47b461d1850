package dev.makegood.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.makegood.access.SecretHash;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** S4: how long a comparison takes does not show where a secret differs. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = ShippedClasses.class)
class SecretsComparedTest {

    @ArchTest
    static final ArchRule S4_a_secret_is_compared_in_constant_time =
            classes().that()
                    .areAssignableTo(SecretHash.class)
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    /** Whoever signs or hashes with a key compares what comes out of it. */
    @ArchTest
    static final ArchRule S4_a_signature_is_compared_in_constant_time =
            classes().that(makeAMac())
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule S4_bytes_are_not_compared_one_after_another =
            noClasses().should()
                    .callMethodWhere(comparesBytes())
                    .because("it ends at the first byte that differs; MessageDigest.isEqual does"
                            + " not, and no other bytes are compared here");

    @Test
    void a_signature_that_is_compared_byte_after_byte_is_found() {
        var careless = new ClassFileImporter().importClasses(CarelessSignature.class);

        assertThat(S4_a_signature_is_compared_in_constant_time.evaluate(careless).hasViolation())
                .isTrue();
        assertThat(S4_bytes_are_not_compared_one_after_another.evaluate(careless).hasViolation())
                .isTrue();
    }

    @ArchTest
    static void S4_every_module_is_looked_into(JavaClasses shipped) {
        assertThat(shipped.stream().map(JavaClass::getPackageName).distinct()).contains(
                "dev.makegood.access", "dev.makegood.persistence", "dev.makegood.http.routes",
                "dev.makegood.pipelines.prefect", "dev.makegood.stripe", "dev.makegood.yookassa",
                "dev.makegood.sites", "dev.makegood.httpclient", "dev.makegood.embedded",
                "dev.makegood.server", "dev.makegood.cli");
    }

    private static DescribedPredicate<JavaClass> makeAMac() {
        return DescribedPredicate.describe("make a MAC", type -> type.getMethodCallsFromSelf()
                .stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Mac.class)));
    }

    private static DescribedPredicate<JavaMethodCall> comparesBytes() {
        return DescribedPredicate.describe("compare bytes",
                call -> call.getTargetOwner().isEquivalentTo(Arrays.class)
                        && Set.of("equals", "mismatch", "compare").contains(call.getName())
                        && call.getTarget()
                                .getRawParameterTypes()
                                .getFirst()
                                .isEquivalentTo(
                                        byte[].class));
    }

    /** What the rules are there to find. */
    static final class CarelessSignature {

        static boolean fits(byte[] key, byte[] body, byte[] signature) throws Exception {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.equals(mac.doFinal(body), signature);
        }
    }

    @ArchTest
    static final ArchRule S4_hashes_of_secrets_are_not_compared_otherwise =
            noClasses().that()
                    .doNotHaveFullyQualifiedName("dev.makegood.access.IdempotencyKeys")
                    .should()
                    .callMethod(SecretHash.class, "equals", Object.class)
                    .because("bodies of requests are no secrets; everything else calls matches()");
}
