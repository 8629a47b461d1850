package dev.makegood.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.makegood.access.SecretHash;
import java.security.MessageDigest;

/** S4: how long a comparison takes does not show where a secret differs. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = ShippedClasses.class)
class SecretsComparedTest {

    @ArchTest
    static final ArchRule S4_a_secret_is_compared_in_constant_time =
            classes().that()
                    .areAssignableTo(SecretHash.class)
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule S4_hashes_of_secrets_are_not_compared_otherwise =
            noClasses().that()
                    .doNotHaveFullyQualifiedName("dev.makegood.access.IdempotencyKeys")
                    .should()
                    .callMethod(SecretHash.class, "equals", Object.class)
                    .because("bodies of requests are no secrets; everything else calls matches()");
}
