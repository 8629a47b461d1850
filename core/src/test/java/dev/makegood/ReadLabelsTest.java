package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.access.Role;
import dev.makegood.ledger.GrantSource;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import dev.makegood.report.ReportStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A label that somebody gives is read as what it names, and any other as nothing. */
class ReadLabelsTest {

    record Labels<E>(List<E> values, Function<String, Optional<E>> reader,
            Function<E, String> label) {

        void check() {
            assertThat(values).allSatisfy(
                    value -> assertThat(reader.apply(label.apply(value))).contains(value));
            assertThat(reader.apply("")).isEmpty();
            assertThat(reader.apply("something")).isEmpty();
        }
    }

    static Stream<Labels<?>> labels() {
        return Stream.of(
                new Labels<>(List.of(Role.values()), Role::of, Role::label),
                new Labels<>(List.of(GrantSource.values()), GrantSource::of, GrantSource::label),
                new Labels<>(List.of(PaymentType.values()), PaymentType::of, PaymentType::label),
                new Labels<>(List.of(PaymentStatus.values()), PaymentStatus::of,
                        PaymentStatus::label),
                new Labels<>(List.of(ProjectStatus.values()), ProjectStatus::of,
                        ProjectStatus::label),
                new Labels<>(List.of(ReportStep.values()), ReportStep::of,
                        step -> step == ReportStep.DAY ? "day" : "month"));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void a_label_is_read_as_what_it_names(Labels<?> labels) {
        labels.check();
    }
}
